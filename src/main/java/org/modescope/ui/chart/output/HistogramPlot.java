package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;

/// Draws a [DeviationHistogram] upright beside the outputs, its bars growing to the right.
///
/// @param histogram what is counted
/// @param caption whose deviations they are
/// @param mode whose colour it takes
/// @param beside the run that is pinned as A, in the same bins, as a grey outline
/// @param pointed the bin that stands out
record HistogramPlot(
    DeviationHistogram histogram,
    String caption,
    Mode mode,
    Optional<DeviationHistogram> beside,
    OptionalInt pointed) {

  /// @return where values lie; empty where nothing is drawn
  Optional<Scale> draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    int highest = Math.max(histogram.highest(), beside.map(DeviationHistogram::highest).orElse(0));
    if (highest == 0) {
      return Optional.empty();
    }
    ValueRange span = new ValueRange();
    span.include(-histogram.limit());
    span.include(histogram.limit());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            area,
            ChartAxes.hidden(0, highest),
            ChartAxes.values(style, span.padded(), area.getHeight()),
            (graphics, scale) -> {
              drawBars(graphics, style, scale);
              beside.ifPresent(other -> drawOutline(graphics, style, scale, other));
              pointed.ifPresent(bin -> drawPointed(graphics, style, scale, bin));
            });
    style.write(
        g2,
        style.fit(g2, caption, area.getWidth()),
        area.getCenterX(),
        area.getMaxY() + style.lineHeight() / 2 + 2,
        TextAnchor.CENTER,
        style.palette().mutedText());
    return Optional.of(drawn);
  }

  private void drawPointed(Graphics2D g2, ChartStyle style, Scale scale, int bin) {
    double top = scale.y(histogram.lowerEdge(bin + 1));
    double height = Math.max(1, scale.y(histogram.lowerEdge(bin)) - top - 1);
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(style.thickness(1.4)));
    g2.draw(
        new Rectangle2D.Double(
            scale.x(0), top, Math.max(2, scale.x(histogram.counts()[bin]) - scale.x(0)), height));
  }

  private void drawBars(Graphics2D g2, ChartStyle style, Scale scale) {
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.75));
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

  private static void drawOutline(
      Graphics2D g2, ChartStyle style, Scale scale, DeviationHistogram other) {
    Path2D outline = new Path2D.Double();
    outline.moveTo(scale.x(0), scale.y(other.lowerEdge(0)));
    for (int bin = 0; bin < other.counts().length; bin++) {
      double x = scale.x(other.counts()[bin]);
      outline.lineTo(x, scale.y(other.lowerEdge(bin)));
      outline.lineTo(x, scale.y(other.lowerEdge(bin + 1)));
    }
    outline.lineTo(scale.x(0), scale.y(other.lowerEdge(other.counts().length)));
    g2.setPaint(OutputGhost.ink(style));
    g2.setStroke(ChartStyle.solid(style.thickness(1)));
    g2.draw(outline);
  }

  /// Draws one bar with a word beside it, where there is nothing to count because nothing differed.
  static void drawSingle(
      Graphics2D g2, ChartStyle style, Rectangle2D area, String word, Mode mode) {
    double height = 4;
    double middle = area.getCenterY();
    g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
    g2.fill(new Rectangle2D.Double(area.getX(), middle - height / 2, area.getWidth(), height));
    style.write(
        g2,
        word,
        area.getCenterX(),
        middle - height / 2 - style.lineHeight() / 2,
        TextAnchor.CENTER,
        style.palette().of(mode));
  }
}
