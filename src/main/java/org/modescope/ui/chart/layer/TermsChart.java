package org.modescope.ui.chart.layer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Terms;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Readout;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.heat.HeatColors;
import org.modescope.words.Text;

/// How the products of one output add up: each is a step from where the one before it ended, and
/// the bias is the last.
public final class TermsChart extends Chart {
  /// More steps than these cannot be told apart; what is left over is one step.
  public static final int MOST = 64;

  private @Nullable Terms terms;
  private int shown;
  private String result = "";
  private final Readout readout;

  // The read-out only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public TermsChart(Text text) {
    super(text);
    readout = new Readout(this);
  }

  /// Says what each mark is.
  public Readout readout() {
    return readout;
  }

  /// Shows how an output came about; nothing where there is none.
  ///
  /// @param steps how many of the terms are drawn by now, the bias being one more; all where there
  ///   are fewer
  /// @param output what came out, in words
  public void show(Optional<Terms> next, int steps, String output) {
    Terms before = terms;
    terms = next.orElse(null);
    if (before == null || terms == null || !isSame(before, terms)) {
      readout.changed();
    }
    shown = steps;
    result = output;
    repaintLater();
  }

  private static boolean isSame(Terms one, Terms other) {
    return Arrays.equals(one.x(), other.x()) && Arrays.equals(one.w(), other.w());
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return terms == null ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    Terms drawn = terms;
    if (drawn == null) {
      return;
    }
    double[] ends = ends(drawn);
    ValueRange range = new ValueRange();
    range.include(0);
    for (double end : ends) {
      range.include(end);
    }
    Rectangle2D body =
        new Header(measure(style, drawn), new Legend(List.of()), result).draw(g2, style, area);
    Scale scale =
        Plots.draw(
            g2,
            style,
            body,
            ChartAxes.labelled(
                style,
                -0.7,
                ends.length - 0.3,
                Math.max(1, Math.ceilDiv(ends.length, 8)),
                at -> name(style, drawn, (int) Math.round(at), ends.length)),
            ChartAxes.values(style, range.padded(), body.getHeight()),
            (graphics, plot) -> drawSteps(graphics, style, plot, drawn, ends));
    readout.draw(g2, style, occasion, spots(scale, drawn, ends));
  }

  /// What is left over is many rows, and none of them.
  private Spots spots(Scale scale, Terms drawn, double[] ends) {
    int products = steps(drawn);
    boolean hasBias = drawn.bias().isPresent() && shown >= ends.length;
    return new Spots(
        Math.min(products, Math.max(0, shown)) + (hasBias ? 1 : 0),
        mark -> mark < products ? mark : drawn.x().length,
        mark -> bar(scale, ends, mark < products ? mark : ends.length - 1));
  }

  private static Rectangle2D bar(Scale scale, double[] ends, int step) {
    double width = Math.max(1, 0.72 * (scale.x(1) - scale.x(0)));
    double from = scale.y(step == 0 ? 0 : ends[step - 1]);
    double to = scale.y(ends[step]);
    return new Rectangle2D.Double(
        scale.x(step) - width / 2, Math.min(from, to), width, Math.max(1.5, Math.abs(from - to)));
  }

  private static String measure(ChartStyle style, Terms drawn) {
    return drawn.x().length > MOST
        ? style.say("chart.layer.terms.cut", "shown", MOST, "all", drawn.x().length)
        : style.say("chart.layer.terms.measure");
  }

  private static int steps(Terms drawn) {
    return Math.min(MOST, drawn.x().length);
  }

  /// Where each step ends: those of the terms, of what is left over, and of the bias.
  private static double[] ends(Terms drawn) {
    int products = steps(drawn);
    boolean hasRest = drawn.x().length > products;
    double[] ends = new double[products + (hasRest ? 1 : 0) + (drawn.bias().isPresent() ? 1 : 0)];
    double sum = 0;
    for (int i = 0; i < products; i++) {
      sum += drawn.product(i);
      ends[i] = sum;
    }
    int next = products;
    if (hasRest) {
      sum = drawn.sum();
      ends[next++] = sum;
    }
    if (drawn.bias().isPresent()) {
      ends[next] = sum + drawn.bias().get();
    }
    return ends;
  }

  private static String name(ChartStyle style, Terms drawn, int step, int all) {
    if (step < 0 || step >= all) {
      return "";
    }
    return step == all - 1 && drawn.bias().isPresent() ? "" : style.numbers().count(step);
  }

  private void drawSteps(Graphics2D g2, ChartStyle style, Scale scale, Terms drawn, double[] ends) {
    double width = Math.max(1, 0.72 * (scale.x(1) - scale.x(0)));
    for (int step = 0; step < Math.min(ends.length, Math.max(0, shown)); step++) {
      double from = step == 0 ? 0 : ends[step - 1];
      boolean isBias = drawn.bias().isPresent() && step == ends.length - 1;
      Rectangle2D bar = bar(scale, ends, step);
      Color ink =
          isBias
              ? ChartStyle.ink(style.palette().reference())
              : ChartStyle.ink(
                  ends[step] < from
                      ? HeatColors.on(style.palette()).low()
                      : HeatColors.on(style.palette()).high());
      g2.setPaint(ink);
      g2.fill(bar);
      g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.6));
      g2.setStroke(ChartStyle.solid(1));
      if (step < ends.length - 1) {
        g2.draw(
            new Line2D.Double(
                scale.x(step) - width / 2,
                scale.y(ends[step]),
                scale.x(step + 1) + width / 2,
                scale.y(ends[step])));
      }
      if (isBias) {
        style.write(
            g2,
            style.say("chart.layer.terms.bias"),
            scale.x(step) + width / 2,
            bar.getY() - 3,
            TextAnchor.BOTTOM_RIGHT,
            style.palette().text());
      }
    }
  }

  @Override
  public ChartTable table(Text language) {
    List<List<ChartTable.Cell>> rows = new ArrayList<>();
    Terms drawn = terms;
    if (drawn != null) {
      for (int i = 0; i < drawn.x().length; i++) {
        rows.add(
            List.of(
                new Count(i),
                Measure.of(drawn.x()[i]),
                Measure.of(drawn.w()[i]),
                Measure.of(drawn.product(i))));
      }
      drawn.bias().ifPresent(bias -> rows.add(biasRow(bias)));
    }
    return new ChartTable(
        List.of(
            language.say("chart.layer.table.number"),
            language.say("chart.layer.terms.x"),
            language.say("chart.layer.terms.w"),
            language.say("chart.layer.terms.product")),
        rows);
  }

  private List<ChartTable.Cell> biasRow(float bias) {
    return List.of(
        new Word(text().say("chart.layer.terms.bias")),
        new Word(""),
        new Word(""),
        Measure.of(bias));
  }
}
