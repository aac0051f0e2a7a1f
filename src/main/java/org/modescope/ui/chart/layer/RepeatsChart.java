package org.modescope.ui.chart.layer;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.LayerTrace.Repeats;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Readout;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// Mean and variance of a random layer's outputs, pass by pass, against those of its input.
public final class RepeatsChart extends Chart {
  /// More passes than these are not told apart.
  public static final int MOST = 20;

  private static final double DOT = 3.4;

  private @Nullable Repeats repeats;
  private double inputMean;
  private double inputVariance;
  private Mode mode = Mode.TRAIN;
  private final Readout readout;

  // The read-out only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public RepeatsChart(Text text) {
    super(text);
    readout = new Readout(this);
  }

  /// Says what each mark is.
  public Readout readout() {
    return readout;
  }

  /// Shows what more passes gave; nothing where there were none.
  public void show(
      Optional<Repeats> shown, double meanOfInput, double varianceOfInput, Mode layerMode) {
    Repeats before = repeats;
    repeats = shown.orElse(null);
    if (before == null || repeats == null || !Arrays.equals(before.means(), repeats.means())) {
      readout.changed();
    }
    inputMean = meanOfInput;
    inputVariance = varianceOfInput;
    mode = layerMode;
    repaintLater();
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return repeats == null ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    Repeats shown = repeats;
    if (shown == null) {
      return;
    }
    int passes = Math.min(MOST, shown.passes());
    Rectangle2D body =
        new Header(style.say("chart.layer.repeats.measure"), legend(style), "")
            .draw(g2, style, area);
    ValueRange range = new ValueRange();
    range.include(0);
    range.include(inputMean);
    range.include(inputVariance);
    for (int pass = 0; pass < passes; pass++) {
      range.include(shown.means()[pass]);
      range.include(shown.variances()[pass]);
    }
    NumberAxis across =
        ChartAxes.labelled(
            style,
            0.3,
            passes + 0.7,
            5,
            pass -> pass < 1 ? "" : style.numbers().count(Math.round(pass)));
    Scale scale =
        Plots.draw(
            g2,
            style,
            body,
            across,
            ChartAxes.values(style, range.padded(), body.getHeight()),
            (graphics, plot) -> drawPasses(graphics, style, plot, shown, passes));
    readout.draw(
        g2,
        style,
        occasion,
        new Spots(
            2 * passes, mark -> mark / 2, mark -> place(scale, shown, mark / 2, mark % 2 == 0)));
  }

  private static Rectangle2D place(Scale scale, Repeats shown, int pass, boolean isMean) {
    double value = isMean ? shown.means()[pass] : shown.variances()[pass];
    return Spots.dot(scale.x(pass + 1.0), scale.y(value), DOT);
  }

  private Legend legend(ChartStyle style) {
    return new Legend(
        List.of(
            new Legend.Entry(
                style.say("chart.layer.repeats.mean"),
                (g2, square) -> {
                  g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
                  g2.fill(dot(square.getCenterX(), square.getCenterY()));
                }),
            new Legend.Entry(
                style.say("chart.layer.repeats.variance"),
                (g2, square) -> {
                  g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
                  g2.setStroke(ChartStyle.solid(1.6));
                  g2.draw(diamond(square.getCenterX(), square.getCenterY()));
                })));
  }

  private void drawPasses(Graphics2D g2, ChartStyle style, Scale scale, Repeats shown, int passes) {
    drawLevel(g2, style, scale, inputVariance, "chart.layer.repeats.input-variance", false);
    drawLevel(g2, style, scale, inputMean, "chart.layer.repeats.input-mean", true);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
    for (int pass = 0; pass < passes; pass++) {
      g2.fill(dot(scale.x(pass + 1.0), scale.y(shown.means()[pass])));
      g2.setStroke(ChartStyle.solid(1.7));
      g2.draw(diamond(scale.x(pass + 1.0), scale.y(shown.variances()[pass])));
    }
  }

  /// A mean that is but rounding reads as 0.
  private double tidy(double value) {
    return Math.abs(value) < 1e-6 * Math.sqrt(inputVariance) ? 0 : value;
  }

  private void drawLevel(
      Graphics2D g2, ChartStyle style, Scale scale, double value, String key, boolean isBelow) {
    double y = scale.y(value);
    g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
    g2.setStroke(ChartStyle.dashed(1.5));
    g2.draw(new Line2D.Double(scale.area().getX(), y, scale.area().getMaxX(), y));
    style.write(
        g2,
        style.say(key, "value", style.numbers().size(tidy(value))),
        scale.area().getMaxX() - 2,
        isBelow ? y + 3 : y - 3,
        isBelow ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT,
        style.palette().mutedText());
  }

  private static Ellipse2D dot(double x, double y) {
    return new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
  }

  private static Path2D diamond(double x, double y) {
    double size = DOT + 1.2;
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - size);
    diamond.lineTo(x + size, y);
    diamond.lineTo(x, y + size);
    diamond.lineTo(x - size, y);
    diamond.closePath();
    return diamond;
  }

  @Override
  public ChartTable table(Text language) {
    List<List<Cell>> rows = new ArrayList<>();
    Repeats shown = repeats;
    for (int pass = 0; shown != null && pass < shown.passes(); pass++) {
      rows.add(
          List.of(
              new Count(pass + 1L),
              Measure.of(shown.means()[pass]),
              Measure.of(shown.variances()[pass])));
    }
    return new ChartTable(
        List.of(
            language.say("chart.layer.table.pass"),
            language.say("chart.layer.repeats.mean"),
            language.say("chart.layer.repeats.variance")),
        rows);
  }
}
