package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;

/// What stands above a plot, with all that its marks mean: where that does not fit beside what the
/// y axis measures, it goes on lines of its own below, as long as the plot stays the larger part.
///
/// @param readout the numbers of what is pointed at; empty text if nothing is
record FullHeader(String measure, Legend legend, String readout) {
  /// How much of a chart may go to lines of its legend.
  private static final double MOST = 0.25;

  private static final Legend NONE = new Legend(List.of());

  /// Draws it and returns what is left of the area below it.
  Rectangle2D draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double beside = area.getWidth() - style.width(g2, measure) - style.lineHeight();
    double lines = legend.height(g2, style, area.getWidth());
    if (legend.height(g2, style, beside) <= style.lineHeight() || lines > MOST * area.getHeight()) {
      return new Header(measure, legend, readout).draw(g2, style, area);
    }
    Rectangle2D below = new Header(measure, NONE, readout).draw(g2, style, area);
    legend.draw(
        g2, style, new Rectangle2D.Double(below.getX(), below.getY(), below.getWidth(), lines));
    double used = lines + style.gap();
    return new Rectangle2D.Double(
        below.getX(), below.getY() + used, below.getWidth(), below.getHeight() - used);
  }
}
