package org.modescope.ui.chart.cells;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
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

  /// Draws it into another drawing, if there is something.
  final void drawInto(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    if (hasData()) {
      draw(g2, style, area, Occasion.PAPER);
    }
  }

  @Override
  protected final Optional<String> emptyReason(String placeholder) {
    return hasData() ? Optional.empty() : Optional.of(placeholder);
  }
}
