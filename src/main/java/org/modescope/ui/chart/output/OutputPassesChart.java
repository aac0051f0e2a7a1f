package org.modescope.ui.chart.output;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// What one output was on every pass of the same input that was kept, in order of passes.
///
/// The nearest pass to the pointer is read out. The left and right arrow keys go from pass to pass,
/// up and down from output to output, and Escape leaves the pass.
public final class OutputPassesChart extends Chart {
  private final OutputWords words;
  private Optional<OutputVariance> output = Optional.empty();
  private Optional<OutputVariance> pinned = Optional.empty();
  private Mode mode = Mode.TRAIN;
  private int element;
  private OptionalInt pass = OptionalInt.empty();
  private @Nullable Scale scale;
  private Consumer<OptionalInt> onPointed = _ -> {};
  private Consumer<OptionalInt> onSelected = _ -> {};

  public OutputPassesChart(Text text) {
    super(text);
    words = new OutputWords(text);
    setFocusTraversable(true);
    setOnMouseMoved(event -> point(passAt(event)));
    setOnMouseExited(_ -> point(OptionalInt.empty()));
    setOnMouseClicked(_ -> requestFocus());
    setOnKeyPressed(this::press);
  }

  /// Shows one output, in the colour of the mode that the net was in.
  ///
  /// @param chosen which one; the first where none is chosen or there is no such output
  public void show(Optional<OutputVariance> shown, Mode mode, OptionalInt chosen) {
    output = shown;
    this.mode = mode;
    pinned = Optional.empty();
    int wanted = chosen.orElse(0);
    element = wanted < shown.map(each -> each.mean().length).orElse(0) ? wanted : 0;
    describe(
        shown
            .filter(each -> each.mean().length > 0)
            .map(each -> words.passesSummary(each, element))
            .orElseGet(() -> text().say("chart.output.nothing")));
    repaintLater();
  }

  /// Shows the same output of the run that is pinned as A under it; of the same shape.
  public void showBeside(Optional<OutputVariance> other) {
    pinned = other;
    repaintLater();
  }

  /// Lets a pass stand out; empty for none.
  public void pointAtPass(OptionalInt shown) {
    if (!shown.equals(pass)) {
      pass = shown;
      repaintLater();
    }
  }

  /// Who is told of the pass that is pointed at, and of the output that is gone to.
  public void tell(Consumer<OptionalInt> pointed, Consumer<OptionalInt> selected) {
    onPointed = pointed;
    onSelected = selected;
  }

  @Override
  public ChartTable table(Text language) {
    OutputWords named = new OutputWords(language);
    return output
        .filter(shown -> shown.mean().length > 0)
        .map(shown -> named.passesTable(shown, element))
        .orElseGet(named::emptyTable);
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (output.isEmpty() || output.get().mean().length == 0) {
      return Optional.of(placeholder);
    }
    return values().isEmpty()
        ? Optional.of(text().say("chart.output.passes.notfinite"))
        : Optional.empty();
  }

  @Override
  protected Optional<Scale> plot() {
    return emptyReason("").isPresent() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    OutputVariance shown = output.orElseThrow();
    OptionalInt pointed = occasion == Occasion.SCREEN ? pass : OptionalInt.empty();
    String readout = pointed.isPresent() ? words.ofPass(shown, pointed.getAsInt(), element) : "";
    Rectangle2D body =
        new Header(words.passesMeasure(shown, element), legend(shown, style), readout)
            .draw(g2, style, area);
    Scale drawn =
        Plots.draw(
            g2,
            style,
            body,
            passAxis(g2, style, body.getWidth(), acrossShown(occasion)),
            ChartAxes.values(style, valuesShown(occasion).of(values().padded()), body.getHeight()),
            new PassesMark(shown, element, pinned, mode, pointed, style));
    if (occasion == Occasion.SCREEN) {
      scale = drawn;
    }
  }

  private Legend legend(OutputVariance shown, ChartStyle style) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (pinned.isPresent()) {
      entries.add(OutputGhost.legend(style));
    }
    entries.add(
        new Legend.Entry(
            style.say("chart.output.legend.pass"),
            Swatches.dot(ChartStyle.ink(style.palette().of(mode)))));
    Color band = ChartStyle.ink(style.palette().of(mode), 0.18);
    entries.add(
        new Legend.Entry(
            style.say("chart.output.legend.mean"),
            Swatches.band(band, ChartStyle.ink(style.palette().of(mode)))));
    if (shown.samples().size() < shown.passes()) {
      entries.add(
          new Legend.Entry(
              style.say("chart.output.legend.extreme"),
              Swatches.line(ChartStyle.ink(style.palette().mutedText()), ChartStyle.dashed(1.2))));
    }
    return new Legend(entries);
  }

  private NumberAxis passAxis(Graphics2D g2, ChartStyle style, double pixels, Zoom zoom) {
    int passes = passes();
    ValueRange shown = zoom.of(0.5, passes + 0.5);
    String widest = text().numbers().count(passes);
    double step =
        TickStep.whole(shown.high() - shown.low(), ChartAxes.mostTicks(g2, style, widest, pixels))
            .size();
    return ChartAxes.labelled(
        style, shown.low(), shown.high(), step, value -> passTick(value, step));
  }

  /// The first tick says what is counted.
  private String passTick(double value, double step) {
    if (value < 1) {
      return "";
    }
    String count = text().numbers().count((int) value);
    return value == step ? text().say("chart.pass", "pass", count) : count;
  }

  private int passes() {
    int own = output.map(OutputVariance::passes).orElse(1);
    int last = output.map(shown -> lastPass(shown.samples())).orElse(0);
    return Math.max(own, Math.max(last, pinned.map(other -> lastPass(other.samples())).orElse(0)));
  }

  private static int lastPass(List<Sample> samples) {
    return samples.isEmpty() ? 0 : samples.getLast().pass() + 1;
  }

  private ValueRange values() {
    ValueRange values = new ValueRange();
    output.ifPresent(
        shown -> {
          values.include(shown.minimum()[element]);
          values.include(shown.maximum()[element]);
          values.include(shown.mean()[element] - shown.standardDeviation()[element]);
          values.include(shown.mean()[element] + shown.standardDeviation()[element]);
          shown.samples().forEach(sample -> values.include(sample.values()[element]));
        });
    pinned.ifPresent(
        other -> other.samples().forEach(sample -> values.include(sample.values()[element])));
    return values;
  }

  /// The kept pass nearest to the pointer along the axis.
  private OptionalInt passAt(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    return scale == null || output.isEmpty() || !scale.area().contains(x, y)
        ? OptionalInt.empty()
        : Passes.nearest(output.get().samples(), scale.valueAtX(x) - 1);
  }

  private void point(OptionalInt next) {
    if (!next.equals(pass)) {
      onPointed.accept(next);
    }
  }

  private void press(KeyEvent event) {
    if (output.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> step(1, event);
      case LEFT -> step(-1, event);
      case UP -> go(element - 1, event);
      case DOWN -> go(element + 1, event);
      case ESCAPE -> {
        if (pass.isPresent()) {
          point(OptionalInt.empty());
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void step(int by, KeyEvent event) {
    OptionalInt next = Passes.after(output.orElseThrow().samples(), pass, by);
    if (next.isPresent()) {
      point(next);
      event.consume();
    }
  }

  private void go(int next, KeyEvent event) {
    if (next >= 0 && next < output.orElseThrow().mean().length) {
      onSelected.accept(OptionalInt.of(next));
      event.consume();
    }
  }
}
