package org.modescope.ui.net;

import javafx.scene.control.Label;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;

/// Something that the last run found at a layer, on one line of its card; the whole of it shows
/// while the pointer rests there.
final class FindingLine extends Label {

  FindingLine(String sentence) {
    super(sentence, new Icon("found"));
    getStyleClass().add("card-finding");
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setAccessibleText(sentence);
    Hint.setText(this, sentence);
  }
}
