package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart.Occasion;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// The picture of one [OutputVariance]: its outputs side by side and, where there is room, their
/// spread beside them.
///
/// It remembers where it drew what on the screen, so that it can say which output lies under the
/// pointer.
final class OutputPicture {
  private static final double LEAST_WIDTH_WITH_SPREAD = 420;

  /// How far from a dot one may point, in pixels.
  private static final double REACH = 7;

  private final OutputVariance output;
  private final Mode mode;
  private final OutputNames names;
  private final OutputWords words;
  private Optional<OutputVariance> pinned = Optional.empty();
  private OptionalInt selected = OptionalInt.empty();
  private OptionalInt hovered = OptionalInt.empty();
  private OptionalInt pass = OptionalInt.empty();
  private @Nullable DeviationHistogram histogram;
  private OutputSlots slots;
  private @Nullable Scale scale;
  private OptionalInt bin = OptionalInt.empty();
  private Optional<Spread> spread = Optional.empty();

  /// The histogram as it was last drawn on the screen.
  private record Spread(DeviationHistogram histogram, Scale scale) {}

  OutputPicture(OutputVariance output, Mode mode, Text text) {
    this.output = output;
    this.mode = mode;
    int elements = output.mean().length;
    names = OutputNames.of(output.shape(), elements, text);
    words = new OutputWords(text);
    slots = new OutputSlots(elements, 1, OutputSlots.Detail.DOTS);
  }

  OutputVariance output() {
    return output;
  }

  /// Shows the outputs of the run that is pinned as A under these; of the same shape.
  void showBeside(Optional<OutputVariance> other) {
    pinned = other;
  }

  /// How the outputs were laid out when they were last drawn on the screen.
  OutputSlots slots() {
    return slots;
  }

  OptionalInt selected() {
    return selected;
  }

  /// Selects an element, or all again; an element that the output does not have selects all.
  void select(OptionalInt element) {
    selected = existing(element);
  }

  OptionalInt hovered() {
    return hovered;
  }

  void hover(OptionalInt element) {
    hovered = existing(element);
  }

  /// The pass of which every output stands out.
  OptionalInt pass() {
    return pass;
  }

  void showPass(OptionalInt shown) {
    pass = shown;
  }

  /// Where values lie on the screen.
  Optional<Scale> plot() {
    return Optional.ofNullable(scale);
  }

  /// The pass whose dot lies at a point of an output's column, if one does.
  OptionalInt passAt(int element, double x, double y) {
    if (scale == null || slots.detail() != OutputSlots.Detail.DOTS) {
      return OptionalInt.empty();
    }
    List<Sample> drawn = OutputMark.drawnSamples(output, scale);
    double half = OutputMark.half(scale);
    OptionalInt nearest = OptionalInt.empty();
    double least = REACH;
    for (int index = 0; index < drawn.size(); index++) {
      double dotX = scale.x(element) + OutputMark.place(index, drawn.size(), half, 2);
      double dotY = scale.y(drawn.get(index).values()[element]);
      double distance = Math.hypot(dotX - x, dotY - y);
      if (distance < least) {
        least = distance;
        nearest = OptionalInt.of(drawn.get(index).pass());
      }
    }
    return nearest;
  }

  /// The histogram's bar that stands out.
  OptionalInt bin() {
    return bin;
  }

  void pointAtBin(OptionalInt pointed) {
    bin = pointed;
  }

  /// The bar of the histogram whose height a point has.
  OptionalInt binAt(double x, double y) {
    return spread
        .filter(drawn -> drawn.scale().area().contains(x, y))
        .map(drawn -> drawn.histogram().binOf(drawn.scale().valueAtY(y)))
        .orElse(OptionalInt.empty());
  }

  private OptionalInt existing(OptionalInt element) {
    return element.orElse(0) < output.mean().length ? element : OptionalInt.empty();
  }

  /// The first element of the column drawn at a point, if there is one.
  OptionalInt elementAt(double x, double y) {
    if (scale == null || !scale.area().contains(x, y)) {
      return OptionalInt.empty();
    }
    int element = (int) Math.round(scale.valueAtX(x));
    return element >= 0 && element < slots.elements()
        ? OptionalInt.of(slots.first(element))
        : OptionalInt.empty();
  }

  void draw(
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      Occasion occasion,
      Zoom values,
      Zoom across) {
    boolean hasSpread = area.getWidth() >= LEAST_WIDTH_WITH_SPREAD;
    double beside = hasSpread ? spreadWidth(g2, style, area.getWidth()) : 0;
    double plotWidth = area.getWidth() - beside;
    OutputSlots fitting =
        OutputSlots.of(
            output.mean().length,
            names.columns(),
            across.factor() * (plotWidth - 3 * style.lineHeight()));
    Legend legend = legend(style, fitting, across);
    String readout = occasion == Occasion.SCREEN ? readout(fitting) : "";
    Rectangle2D body = new Header(words.measure(fitting), legend, readout).draw(g2, style, area);
    double overhang = hasSpread ? 0 : names.overhang(g2, style, plotWidth);
    Rectangle2D left =
        new Rectangle2D.Double(body.getX(), body.getY(), plotWidth - overhang, body.getHeight());
    OutputColumns columns = new OutputColumns(output, fitting);
    OptionalInt pointed = occasion == Occasion.SCREEN ? hovered : OptionalInt.empty();
    Scale drawn =
        Plots.draw(
            g2,
            style,
            left,
            names.axis(g2, style, plotWidth, across),
            ChartAxes.values(style, values.of(reach(columns).padded()), body.getHeight()),
            (graphics, place) -> drawOutputs(graphics, style, place, columns, pointed));
    if (occasion == Occasion.SCREEN) {
      slots = fitting;
      scale = drawn;
    }
    if (hasSpread) {
      // What is pointed at has its own spread, as what is selected has.
      drawSpread(
          g2, style, body, drawn, fitting, pointed.isPresent() ? pointed : selected, occasion);
    }
  }

  private Legend legend(ChartStyle style, OutputSlots fitting, Zoom across) {
    int seen = (int) Math.ceil(output.mean().length / across.factor()) + 1;
    Legend own = OutputLegend.of(output, fitting, seen, mode, style);
    if (pinned.isEmpty()) {
      return own;
    }
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(OutputGhost.legend(style));
    entries.addAll(own.entries());
    return new Legend(entries);
  }

  private ValueRange reach(OutputColumns columns) {
    ValueRange reach = OutputReach.of(columns);
    pinned.ifPresent(
        other -> {
          ValueRange otherReach = OutputReach.of(new OutputColumns(other, columns.slots()));
          if (!otherReach.isEmpty()) {
            reach.include(otherReach.low());
            reach.include(otherReach.high());
          }
        });
    return reach;
  }

  private static double spreadWidth(Graphics2D g2, ChartStyle style, double width) {
    double least = style.width(g2, style.say("chart.output.deviation")) + 2 * style.lineHeight();
    return Math.clamp(0.18 * width, least, Math.max(least, 150));
  }

  private void drawOutputs(
      Graphics2D g2, ChartStyle style, Scale place, OutputColumns columns, OptionalInt pointed) {
    selected.ifPresent(element -> drawShade(g2, style, place, columns.slots(), element, 0.09));
    pointed.ifPresent(element -> drawShade(g2, style, place, columns.slots(), element, 0.05));
    pinned.ifPresent(
        other -> new OutputGhost(new OutputColumns(other, columns.slots()), style).draw(g2, place));
    Mark mark =
        switch (columns.slots().detail()) {
          case DOTS -> new OutputMark(output, mode, style);
          case BANDS -> new OutputBands(columns, style.palette().of(mode));
        };
    mark.draw(g2, place);
    if (pass.isPresent() && columns.slots().detail() == OutputSlots.Detail.DOTS) {
      new PassMark(output, pass.getAsInt(), style).draw(g2, place);
    }
  }

  private static void drawShade(
      Graphics2D g2,
      ChartStyle style,
      Scale place,
      OutputSlots slots,
      int element,
      double opacity) {
    double left = place.x(slots.first(element) - 0.5);
    double width = place.x(slots.last(element) + 0.5) - left;
    Rectangle2D area = place.area();
    g2.setPaint(ChartStyle.ink(style.palette().text(), opacity));
    g2.fill(new Rectangle2D.Double(left, area.getY(), Math.max(2, width), area.getHeight()));
  }

  private void drawSpread(
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D body,
      Scale beside,
      OutputSlots fitting,
      OptionalInt alone,
      Occasion occasion) {
    double left = beside.area().getMaxX() + style.lineHeight();
    Rectangle2D area =
        new Rectangle2D.Double(
            left,
            beside.area().getY(),
            Math.max(0, body.getMaxX() - left),
            beside.area().getHeight());
    if (output.identical() && pinned.map(OutputVariance::identical).orElse(true)) {
      String word =
          style.say(
              output.passes() == 1 ? "chart.output.single.pass" : "chart.output.single.identical");
      HistogramPlot.drawSingle(g2, style, area, word, mode);
    } else {
      HistogramPlot plot =
          histograms(
              fitting,
              caption(style, fitting, alone),
              alone,
              occasion == Occasion.SCREEN ? bin : OptionalInt.empty());
      Optional<Scale> drawn = plot.draw(g2, style, area);
      if (occasion == Occasion.SCREEN) {
        spread = drawn.map(where -> new Spread(plot.histogram(), where));
      }
    }
  }

  private String caption(ChartStyle style, OutputSlots fitting, OptionalInt alone) {
    return alone.isPresent()
        ? names.of(fitting.first(alone.getAsInt()), fitting.last(alone.getAsInt()))
        : style.say("chart.output.deviation");
  }

  private Optional<Sample> sample() {
    return output.samples().stream()
        .filter(each -> pass.isPresent() && each.pass() == pass.getAsInt())
        .findFirst();
  }

  private HistogramPlot histograms(
      OutputSlots fitting, String caption, OptionalInt alone, OptionalInt pointed) {
    DeviationHistogram own = histogram(fitting, alone);
    if (pinned.isEmpty()) {
      return new HistogramPlot(own, caption, mode, Optional.empty(), pointed);
    }
    int first = alone.isPresent() ? fitting.first(alone.getAsInt()) : 0;
    int last =
        alone.isPresent() ? fitting.last(alone.getAsInt()) : Math.max(0, output.mean().length - 1);
    DeviationHistogram other = DeviationHistogram.of(pinned.get(), first, last, own.limit());
    return new HistogramPlot(
        DeviationHistogram.of(output, first, last, other.limit()),
        caption,
        mode,
        Optional.of(other),
        pointed);
  }

  private DeviationHistogram histogram(OutputSlots fitting, OptionalInt alone) {
    if (alone.isPresent()) {
      int element = alone.getAsInt();
      return DeviationHistogram.of(output, fitting.first(element), fitting.last(element));
    }
    DeviationHistogram counted = histogram;
    if (counted == null) {
      counted = DeviationHistogram.ofAll(output);
      histogram = counted;
    }
    return counted;
  }

  private String readout(OutputSlots fitting) {
    if (bin.isPresent() && spread.isPresent()) {
      return words.ofBin(spread.get().histogram(), bin.getAsInt());
    }
    OptionalInt element = hovered.isPresent() ? hovered : selected;
    if (element.isEmpty()) {
      return "";
    }
    Optional<String> dot =
        fitting.isBinned()
            ? Optional.empty()
            : sample().map(shown -> words.ofPass(shown, element.getAsInt(), names));
    if (dot.isPresent()) {
      return dot.get();
    }
    String own = words.of(new OutputColumns(output, fitting), element.getAsInt(), names);
    return pinned
        .map(other -> words.beside(new OutputColumns(other, fitting), element.getAsInt(), own))
        .orElse(own);
  }
}
