package org.modescope.ui.chart.weights;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.SpotsChart;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.heat.HeatColors;
import org.modescope.words.Text;

/// The histogram of a tensor's values as bars, over that of the values as drawn as a dashed line;
/// what lies off its scale is an arrow with its number.
public final class HistogramChart extends SpotsChart<HistogramFace> {
  private static final double BAR_SHARE = 0.55;

  public HistogramChart(Text text) {
    super(text, "");
  }

  @Override
  protected Spots draw(HistogramFace shown, Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double top = 1.3 * style.lineHeight();
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + top, area.getWidth(), Math.max(1, area.getHeight() - top));
    legend(g2, style, area, shown);
    double highest = 1.06 * shown.highest();
    NumberAxis counts =
        ChartAxes.labelled(
            style,
            0,
            highest,
            TickStep.whole(highest, ChartAxes.mostTicks(style, below.getHeight())).size(),
            tick -> style.numbers().count(Math.round(tick)));
    double extent = shown.high() - shown.low();
    String widest =
        style.numbers().figure(-Math.max(Math.abs(shown.low()), Math.abs(shown.high())));
    TickStep step = TickStep.of(extent, ChartAxes.mostTicks(g2, style, widest, below.getWidth()));
    NumberAxis values =
        ChartAxes.labelled(
            style,
            shown.low() - 0.01 * extent,
            shown.high() + 0.01 * extent,
            step.size(),
            tick -> step.label(tick, style.numbers()));
    Scale scale =
        Plots.draw(
            g2, style, below, values, counts, (inside, plot) -> marks(inside, style, plot, shown));
    return Spots.of(shown.now().length, bin -> bar(scale, shown, bin));
  }

  private static Rectangle2D bar(Scale scale, HistogramFace shown, int bin) {
    double left = scale.x(shown.edge(bin));
    double right = scale.x(shown.edge(bin + 1));
    double y = scale.y(shown.now()[bin]);
    return new Rectangle2D.Double(left + 0.5, y, Math.max(1, right - left - 1), scale.y(0) - y);
  }

  private static void legend(
      Graphics2D g2, ChartStyle style, Rectangle2D area, HistogramFace shown) {
    double y = area.getY() + 0.5 * style.lineHeight();
    double x = area.getMaxX();
    if (shown.drawn().length > 0) {
      x -= style.width(g2, shown.legendDrawn());
      style.write(
          g2, shown.legendDrawn(), x, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
      x -= style.gap() + 18;
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.dashed(style.thickness(1.6)));
      g2.draw(new Line2D.Double(x, y, x + 18, y));
      x -= 2 * style.gap();
    }
    x -= style.width(g2, shown.legendNow());
    style.write(g2, shown.legendNow(), x, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
    x -= style.gap() + 9;
    g2.setPaint(HeatColors.on(style.palette()).of(BAR_SHARE));
    g2.fill(new Rectangle2D.Double(x, y - 4.5, 9, 9));
  }

  private static void marks(Graphics2D g2, ChartStyle style, Scale scale, HistogramFace shown) {
    HeatColors colors = HeatColors.on(style.palette());
    for (int bin = 0; bin < shown.now().length; bin++) {
      boolean isBelow = shown.edge(bin) + shown.edge(bin + 1) < 0;
      g2.setPaint(colors.of(isBelow ? -BAR_SHARE : BAR_SHARE));
      if (shown.now()[bin] > 0) {
        g2.fill(bar(scale, shown, bin));
      }
    }
    if (shown.drawn().length > 0) {
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.dashed(style.thickness(1.6)));
      g2.draw(outline(scale, shown));
    }
    shown.above().ifPresent(words -> arrow(g2, style, scale, words, 1));
    shown.below().ifPresent(words -> arrow(g2, style, scale, words, -1));
  }

  private static Path2D outline(Scale scale, HistogramFace shown) {
    Path2D line = new Path2D.Double();
    line.moveTo(scale.x(shown.low()), scale.y(0));
    for (int bin = 0; bin < shown.drawn().length; bin++) {
      double y = scale.y(shown.drawn()[bin]);
      line.lineTo(scale.x(shown.edge(bin)), y);
      line.lineTo(scale.x(shown.edge(bin + 1)), y);
    }
    line.lineTo(scale.x(shown.high()), scale.y(0));
    return line;
  }

  /// @param side 1 for what lies above the scale, −1 for what lies below
  private static void arrow(Graphics2D g2, ChartStyle style, Scale scale, String words, int side) {
    double y = scale.area().getY() + 1.2 * style.lineHeight();
    double tip = side > 0 ? scale.area().getMaxX() - 1 : scale.area().getX() + 1;
    double size = style.thickness(9);
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(tip, y);
    arrow.lineTo(tip - side * size, y - 0.6 * size);
    arrow.lineTo(tip - side * size, y + 0.6 * size);
    arrow.closePath();
    double width = style.width(g2, words);
    double from = side > 0 ? tip - size - style.gap() - width : tip + size + style.gap();
    g2.setPaint(ChartStyle.ink(style.palette().panel(), 0.85));
    g2.fill(
        new Rectangle2D.Double(
            from - 2, y - style.lineHeight() / 2, width + 4, style.lineHeight()));
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.fill(arrow);
    style.write(g2, words, from, y, TextAnchor.CENTER_LEFT, style.palette().text());
  }
}
