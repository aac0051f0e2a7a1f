package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;

/// The picture of one [OutputVariance]: its outputs side by side and, where there is room, their
/// spread beside them.
///
/// It remembers where it drew what, so that it can say which output lies under the pointer.
final class OutputPicture {
  private static final double LEAST_WIDTH_WITH_SPREAD = 420;

  private final OutputVariance output;
  private final Mode mode;
  private final OutputNames names;
  private OptionalInt selected = OptionalInt.empty();
  private OptionalInt hovered = OptionalInt.empty();
  private @Nullable DeviationHistogram histogram;
  private OutputSlots slots;
  private @Nullable Scale scale;

  OutputPicture(OutputVariance output, Mode mode) {
    this.output = output;
    this.mode = mode;
    int elements = output.mean().length;
    names = OutputNames.of(output.shape(), elements);
    slots = new OutputSlots(elements, elements, OutputSlots.Detail.DOTS);
  }

  OutputVariance output() {
    return output;
  }

  /// What was drawn of the output when it was last drawn.
  OutputSlots slots() {
    return slots;
  }

  OptionalInt selected() {
    return selected;
  }

  /// Selects an element, or all again; an element that the output does not have selects all.
  void select(OptionalInt element) {
    selected = existing(element);
    histogram = null;
  }

  OptionalInt hovered() {
    return hovered;
  }

  void hover(OptionalInt element) {
    hovered = existing(element);
  }

  private OptionalInt existing(OptionalInt element) {
    return element.orElse(0) < output.mean().length ? element : OptionalInt.empty();
  }

  /// The element drawn at a point, if there is one.
  OptionalInt elementAt(double x, double y) {
    if (scale == null || !scale.area().contains(x, y)) {
      return OptionalInt.empty();
    }
    int element = (int) Math.round(scale.valueAtX(x));
    return element >= 0 && element < slots.shown() ? OptionalInt.of(element) : OptionalInt.empty();
  }

  void draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    boolean hasSpread = area.getWidth() >= LEAST_WIDTH_WITH_SPREAD;
    double beside = hasSpread ? spreadWidth(g2, style, area.getWidth()) : 0;
    double plotWidth = area.getWidth() - beside;
    OutputSlots fitting = OutputSlots.of(output.mean().length, plotWidth - 3 * style.lineHeight());
    slots = fitting;
    Legend legend = OutputLegend.of(output, fitting, mode, style.palette());
    Rectangle2D body = new Header("output", legend, readout()).draw(g2, style, area);
    double overhang = hasSpread ? 0 : names.overhang(g2, style, fitting.shown(), plotWidth);
    Rectangle2D left =
        new Rectangle2D.Double(body.getX(), body.getY(), plotWidth - overhang, body.getHeight());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            left,
            names.axis(g2, style, fitting.shown(), plotWidth),
            ChartAxes.values(style, values(output, fitting.shown()).padded(), body.getHeight()),
            (graphics, place) -> drawOutputs(graphics, style, place, fitting));
    scale = drawn;
    if (hasSpread) {
      drawSpread(g2, style, body, drawn);
    }
  }

  private static double spreadWidth(Graphics2D g2, ChartStyle style, double width) {
    double least = style.width(g2, "output − mean") + 2 * style.lineHeight();
    return Math.clamp(0.18 * width, least, Math.max(least, 150));
  }

  private void drawOutputs(Graphics2D g2, ChartStyle style, Scale place, OutputSlots fitting) {
    selected.ifPresent(element -> drawShade(g2, style, place, element, 0.09));
    hovered.ifPresent(element -> drawShade(g2, style, place, element, 0.05));
    Mark mark =
        switch (fitting.detail()) {
          case DOTS -> new OutputMark(output, mode, style);
          case BANDS -> new OutputBands(output, fitting.shown(), style.palette().of(mode));
        };
    mark.draw(g2, place);
  }

  private static void drawShade(
      Graphics2D g2, ChartStyle style, Scale place, int element, double opacity) {
    double left = place.x(element - 0.5);
    Rectangle2D area = place.area();
    g2.setPaint(ChartStyle.ink(style.palette().text(), opacity));
    g2.fill(
        new Rectangle2D.Double(left, area.getY(), place.x(element + 0.5) - left, area.getHeight()));
  }

  private void drawSpread(Graphics2D g2, ChartStyle style, Rectangle2D body, Scale beside) {
    double left = beside.area().getMaxX() + style.lineHeight();
    Rectangle2D area =
        new Rectangle2D.Double(
            left, beside.area().getY(), body.getMaxX() - left, beside.area().getHeight());
    if (output.identical()) {
      String word = output.passes() == 1 ? "one pass" : "identical";
      HistogramPlot.drawSingle(g2, style, area, word, mode);
    } else {
      String caption = selected.isPresent() ? names.of(selected.getAsInt()) : "output − mean";
      new HistogramPlot(histogram(), caption, mode).draw(g2, style, area);
    }
  }

  private DeviationHistogram histogram() {
    DeviationHistogram counted = histogram;
    if (counted == null) {
      counted =
          selected.isPresent()
              ? DeviationHistogram.of(output, selected.getAsInt())
              : DeviationHistogram.ofAll(output);
      histogram = counted;
    }
    return counted;
  }

  private String readout() {
    OptionalInt element = hovered.isPresent() ? hovered : selected;
    return element.isPresent() ? OutputWords.of(output, element.getAsInt(), names) : "";
  }

  /// Every finite value that has a place on the y axis when so many elements are drawn.
  static ValueRange values(OutputVariance output, int elements) {
    ValueRange span = new ValueRange();
    for (int element = 0; element < elements; element++) {
      double mean = output.mean()[element];
      double deviation = output.standardDeviation()[element];
      span.include(mean);
      span.include(mean - deviation);
      span.include(mean + deviation);
      span.include(output.minimum()[element]);
      span.include(output.maximum()[element]);
      if (output.predicted().isPresent()) {
        double predicted = output.predicted().get()[element];
        span.include(mean - predicted);
        span.include(mean + predicted);
      }
    }
    return span;
  }
}
