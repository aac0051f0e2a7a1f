package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.TextAnchor;

/// The line above a plot: at the left what the y axis measures, at the right what the marks mean,
/// or, while something is pointed at, its numbers.
///
/// @param measure what the y axis measures, with its unit if it has one
/// @param legend what the marks mean
/// @param readout the numbers of what is pointed at or selected; empty text if nothing is
public record Header(String measure, Legend legend, String readout) {

  /// How high the line is.
  public static double height(ChartStyle style) {
    return style.lineHeight() + style.gap();
  }

  /// Draws the line and returns what is left of the area below it.
  public Rectangle2D draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double height = height(style);
    double middle = area.getY() + style.lineHeight() / 2;
    ChartPalette palette = style.palette();
    double used = style.width(g2, measure) + style.lineHeight();
    double room = Math.max(0, area.getWidth() - used);
    // What is too long for its side takes the whole line: the reader asked for a readout, and marks
    // without their meaning say less than an axis without its name.
    boolean isWide =
        readout.isEmpty() ? legend.isTooWide(g2, style, room) : style.width(g2, readout) > room;
    if (!isWide) {
      style.write(
          g2, measure, area.getX() + 2, middle, TextAnchor.CENTER_LEFT, palette.mutedText());
    }
    if (readout.isEmpty()) {
      double left = isWide ? 0 : used;
      Rectangle2D right =
          new Rectangle2D.Double(
              area.getX() + left, area.getY(), area.getWidth() - left, style.lineHeight());
      legend.drawFlushRight(g2, style, right);
    } else {
      String fitted = style.fit(g2, readout, area.getWidth());
      style.write(g2, fitted, area.getMaxX(), middle, TextAnchor.CENTER_RIGHT, palette.text());
    }
    return new Rectangle2D.Double(
        area.getX(), area.getY() + height, area.getWidth(), Math.max(0, area.getHeight() - height));
  }
}
