package org.modescope.ui.chart.cells;

import java.util.Optional;
import org.modescope.ui.chart.Chart;
import org.modescope.words.Text;

/// A chart that is content with little room, and left blank where there is nothing to draw: the
/// words beside it say why.
abstract class Small extends Chart {
  // Only what Region itself has is called.
  @SuppressWarnings("this-escape")
  Small(Text text) {
    super(text);
    getStyleClass().setAll("small-picture");
    setMinSize(0, 0);
    setPrefSize(0, 0);
    setMouseTransparent(true);
  }

  /// Whether there is something to draw.
  abstract boolean hasData();

  @Override
  protected final Optional<String> emptyReason(String placeholder) {
    return hasData() ? Optional.empty() : Optional.of(placeholder);
  }
}
