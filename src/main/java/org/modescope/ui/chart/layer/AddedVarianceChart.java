package org.modescope.ui.chart.layer;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Readout;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// How much a random layer shakes each number, by the number: measured dots on the predicted curve.
public final class AddedVarianceChart extends Chart {
  private static final int MOST = 1500;
  private static final int POINTS = 80;

  private float @Nullable [] x;
  private float[] variances = {};
  private DoubleUnaryOperator rule = _ -> 0;
  private String formula = "";
  private int pointed = -1;
  private Mode mode = Mode.TRAIN;
  private final Readout readout;

  // The read-out only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public AddedVarianceChart(Text text) {
    super(text);
    readout = new Readout(this);
  }

  /// What is shown.
  ///
  /// @param x the numbers that go in
  /// @param variances what was measured of each
  /// @param rule what theory says
  /// @param formula the rule in words
  public record Shaken(
      float[] x, float[] variances, DoubleUnaryOperator rule, String formula, Mode mode) {}

  /// Shows measured variances; nothing where there are none.
  public void show(Optional<Shaken> shown) {
    float @Nullable [] next = shown.map(Shaken::x).orElse(null);
    if (!Arrays.equals(x, next)) {
      readout.changed();
    }
    x = next;
    shown.ifPresent(
        each -> {
          variances = each.variances();
          rule = each.rule();
          formula = each.formula();
          mode = each.mode();
        });
    repaintLater();
  }

  /// Lets one number stand out.
  public void point(int index) {
    pointed = index;
    repaintLater();
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return x == null ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    float[] shown = x;
    if (shown == null) {
      return;
    }
    ValueRange across = new ValueRange();
    across.includeAll(shown);
    ValueRange up = new ValueRange();
    up.include(0);
    up.includeAll(variances);
    Legend legend =
        new Legend(
            List.of(
                new Legend.Entry(
                    formula,
                    Swatches.line(ChartStyle.ink(style.palette().text()), ChartStyle.dashed(1.5))),
                new Legend.Entry(
                    style.say("chart.layer.added.one", "count", shown.length),
                    (graphics, square) -> {
                      graphics.setPaint(ChartStyle.ink(style.palette().of(mode)));
                      graphics.fill(dot(square.getCenterX(), square.getCenterY(), 2.6));
                    })));
    Rectangle2D body =
        new Header(style.say("chart.layer.added.measure"), legend, "").draw(g2, style, area);
    Scale scale =
        Plots.draw(
            g2,
            style,
            body,
            ChartAxes.values(style, across.padded(), body.getWidth() / 3),
            ChartAxes.values(style, up.padded(), body.getHeight()),
            (graphics, plot) -> drawAll(graphics, style, plot, shown, across, occasion));
    int step = Math.ceilDiv(shown.length, MOST);
    readout.draw(
        g2,
        style,
        occasion,
        new Spots(
            Math.ceilDiv(shown.length, step),
            mark -> mark * step,
            mark -> Spots.dot(scale.x(shown[mark * step]), scale.y(variances[mark * step]), 2.2)));
  }

  private void drawAll(
      Graphics2D g2,
      ChartStyle style,
      Scale scale,
      float[] shown,
      ValueRange across,
      Occasion occasion) {
    int step = Math.ceilDiv(shown.length, MOST);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.55));
    for (int i = 0; i < shown.length; i += step) {
      g2.fill(dot(scale.x(shown[i]), scale.y(variances[i]), 2.2));
    }
    Path2D curve = new Path2D.Double();
    for (int point = 0; point <= POINTS; point++) {
      double at = across.low() + (across.high() - across.low()) * point / POINTS;
      double y = scale.y(rule.applyAsDouble(at));
      if (point == 0) {
        curve.moveTo(scale.x(at), y);
      } else {
        curve.lineTo(scale.x(at), y);
      }
    }
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.dashed(1.5));
    g2.draw(curve);
    if (occasion == Occasion.SCREEN && pointed >= 0 && pointed < shown.length) {
      g2.setStroke(ChartStyle.solid(2));
      g2.draw(dot(scale.x(shown[pointed]), scale.y(variances[pointed]), 5));
    }
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public ChartTable table(Text language) {
    float[] shown = x == null ? new float[0] : x;
    return new ChartTable(
        List.of(
            language.say("chart.layer.table.input"),
            language.say("chart.layer.added.measured"),
            language.say("chart.layer.added.predicted")),
        IntStream.range(0, shown.length)
            .mapToObj(
                i ->
                    List.<ChartTable.Cell>of(
                        Measure.of(shown[i]),
                        Measure.of(variances[i]),
                        Measure.of(rule.applyAsDouble(shown[i]))))
            .toList());
  }
}
