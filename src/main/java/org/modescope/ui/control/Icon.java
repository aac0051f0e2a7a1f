package org.modescope.ui.control;

import javafx.beans.NamedArg;
import javafx.scene.layout.Region;

/// A small drawing in the colour of the text beside it; its outline is in the style sheet, under
/// its name.
public final class Icon extends Region {

  /// @param name such as `play`
  public Icon(@NamedArg("name") String name) {
    getStyleClass().addAll("icon", "icon-" + name);
    setMouseTransparent(true);
  }
}
