package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Axes;
import org.modescope.ui.chart.Look;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Span;

/// Draws a [DeviationHistogram] upright beside the outputs, its bars growing to the right.
///
/// @param histogram what is counted
/// @param caption whose deviations they are
/// @param mode whose colour it takes
record HistogramPlot(DeviationHistogram histogram, String caption, Mode mode) {

  void draw(Graphics2D g2, Look look, Rectangle2D area) {
    if (histogram.highest() == 0) {
      return;
    }
    Span span = new Span();
    span.include(-histogram.limit());
    span.include(histogram.limit());
    Plots.draw(
        g2,
        look,
        area,
        Axes.hidden(0, histogram.highest()),
        Axes.values(look, span.padded(), area.getHeight()),
        (graphics, scale) -> drawBars(graphics, look, scale));
    look.write(
        g2,
        look.fit(g2, caption, area.getWidth()),
        area.getCenterX(),
        area.getMaxY() + look.lineHeight() / 2 + 2,
        TextAnchor.CENTER,
        look.palette().mutedText());
  }

  private void drawBars(Graphics2D g2, Look look, Scale scale) {
    g2.setPaint(Look.ink(look.palette().of(mode), 0.75));
    for (int bin = 0; bin < histogram.counts().length; bin++) {
      int count = histogram.counts()[bin];
      if (count > 0) {
        double top = scale.y(histogram.lowerEdge(bin + 1));
        double bottom = scale.y(histogram.lowerEdge(bin));
        double width = Math.max(1, scale.x(count) - scale.x(0));
        g2.fill(new Rectangle2D.Double(scale.x(0), top, width, Math.max(1, bottom - top - 1)));
      }
    }
  }

  /// Draws one bar with a word beside it, where there is nothing to count because nothing differed.
  static void drawSingle(Graphics2D g2, Look look, Rectangle2D area, String word, Mode mode) {
    double height = 4;
    double middle = area.getCenterY();
    g2.setPaint(Look.ink(look.palette().of(mode)));
    g2.fill(new Rectangle2D.Double(area.getX(), middle - height / 2, area.getWidth(), height));
    look.write(
        g2,
        word,
        area.getCenterX(),
        middle - height / 2 - look.lineHeight() / 2,
        TextAnchor.CENTER,
        look.palette().of(mode));
  }
}
