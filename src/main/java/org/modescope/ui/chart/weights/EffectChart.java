package org.modescope.ui.chart.weights;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
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
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// Each row's answer before an edit, hollow, and after it, filled, tied by a line.
public final class EffectChart extends SpotsChart<EffectFace> {
  private static final double DOT = 3;

  /// More rows than these are drawn as lines alone.
  private static final int MOST_DOTS = 128;

  public EffectChart(Text text) {
    super(text, "");
  }

  @Override
  protected Spots draw(EffectFace shown, Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double top = 1.3 * style.lineHeight();
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + top, area.getWidth(), Math.max(1, area.getHeight() - top));
    legend(g2, style, area, shown);
    ValueRange reach = new ValueRange();
    reach.includeAll(shown.before());
    reach.includeAll(shown.after());
    int rows = shown.before().length;
    TickStep step =
        TickStep.whole(
            rows,
            ChartAxes.mostTicks(g2, style, style.numbers().count(rows), 0.6 * below.getWidth()));
    NumberAxis across =
        ChartAxes.labelled(
            style, -0.8, rows - 0.2, step.size(), tick -> style.numbers().count(Math.round(tick)));
    Scale scale =
        Plots.draw(
            g2,
            style,
            below,
            across,
            ChartAxes.values(style, reach.padded(), below.getHeight()),
            (inside, plot) -> marks(inside, style, plot, shown));
    return new Spots(rows, shown.row(), row -> place(scale, shown, row));
  }

  private static Rectangle2D place(Scale scale, EffectFace shown, int row) {
    Rectangle2D after = Spots.dot(scale.x(row), scale.y(shown.after()[row]), DOT);
    after.add(Spots.dot(scale.x(row), scale.y(shown.before()[row]), DOT));
    return after;
  }

  private static void legend(Graphics2D g2, ChartStyle style, Rectangle2D area, EffectFace shown) {
    double y = area.getY() + 0.5 * style.lineHeight();
    double x = area.getMaxX() - style.width(g2, shown.legendAfter());
    style.write(g2, shown.legendAfter(), x, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
    x -= 2 * style.gap();
    filled(g2, style, shown, x, y);
    x -= 3 * style.gap() + style.width(g2, shown.legendBefore());
    style.write(
        g2, shown.legendBefore(), x, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
    hollow(g2, style, x - 2 * style.gap(), y);
  }

  private static void marks(Graphics2D g2, ChartStyle style, Scale scale, EffectFace shown) {
    boolean hasDots = shown.before().length <= MOST_DOTS;
    for (int row = 0; row < shown.before().length; row++) {
      double x = scale.x(row);
      double before = scale.y(shown.before()[row]);
      double after = scale.y(shown.after()[row]);
      if (Double.isFinite(before) && Double.isFinite(after)) {
        boolean isMost = row == shown.most();
        g2.setPaint(ChartStyle.ink(style.palette().of(shown.mode()), isMost ? 1 : 0.5));
        g2.setStroke(ChartStyle.solid(style.thickness(isMost ? 2.2 : 1.2)));
        g2.draw(new Line2D.Double(x, before, x, after));
        if (hasDots) {
          hollow(g2, style, x, before);
          filled(g2, style, shown, x, after);
        }
        if (isMost) {
          name(g2, style, scale, shown, x, after);
        }
      }
    }
  }

  private static void name(
      Graphics2D g2, ChartStyle style, Scale scale, EffectFace shown, double x, double y) {
    double width = style.width(g2, shown.rowName());
    boolean isRight = x + width + 3 * style.gap() < scale.area().getMaxX();
    double from = isRight ? x + 1.5 * style.gap() : x - 1.5 * style.gap() - width;
    g2.setPaint(ChartStyle.ink(style.palette().panel(), 0.85));
    g2.fill(
        new Rectangle2D.Double(
            from - 1, y - style.lineHeight() / 2, width + 2, style.lineHeight()));
    style.write(g2, shown.rowName(), from, y, TextAnchor.CENTER_LEFT, style.palette().text());
  }

  private static void hollow(Graphics2D g2, ChartStyle style, double x, double y) {
    Ellipse2D dot = dot(style, x, y);
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.fill(dot);
    g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
    g2.setStroke(ChartStyle.solid(style.thickness(1.3)));
    g2.draw(dot);
  }

  private static void filled(
      Graphics2D g2, ChartStyle style, EffectFace shown, double x, double y) {
    g2.setPaint(ChartStyle.ink(style.palette().of(shown.mode())));
    g2.fill(dot(style, x, y));
  }

  private static Ellipse2D dot(ChartStyle style, double x, double y) {
    double radius = style.thickness(DOT);
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
