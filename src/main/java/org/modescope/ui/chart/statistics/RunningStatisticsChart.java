package org.modescope.ui.chart.statistics;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// How one layer's running means or variances moved over the passes of a run, against the batch's
/// own values in the right margin and against the closed form where theory knows it.
///
/// Pointing at a line makes its channel stand out and shows its numbers, a click or a key keeps it
/// so; pointing anywhere shows the pass.
public final class RunningStatisticsChart extends Chart {
  private static final int NONE = -1;

  /// How far from a line one may point, in pixels.
  private static final double REACH = 14;

  private @Nullable RunningStatistics statistics;
  private List<ChannelTrace> traces = List.of();
  private List<ChannelTrace> beside = List.of();
  private Statistic statistic = Statistic.MEAN;
  private Mode mode = Mode.TRAIN;
  private int highlighted = NONE;
  private int selected = NONE;
  private OptionalInt pass = OptionalInt.empty();
  private OptionalInt pointedPass = OptionalInt.empty();
  private Pointed onPointed = (_, _) -> {};
  private Runnable onClicked = () -> {};
  private @Nullable Scale scale;

  private final RunningWords words;

  public RunningStatisticsChart(Text text) {
    super(text);
    words = new RunningWords(text);
    setOnMouseMoved(event -> point(traceAt(event), passAt(event)));
    setOnMouseExited(_ -> point(NONE, OptionalInt.empty()));
    setOnMouseClicked(this::click);
    setFocusTraversable(true);
    setOnKeyPressed(this::press);
  }

  /// Shows one statistic of a layer, in the colour of the mode that the layer was in.
  public void show(Optional<RunningStatistics> statistics, Statistic statistic, Mode mode) {
    if (!layer(statistics).equals(layer(Optional.ofNullable(this.statistics)))) {
      selected = NONE;
    }
    this.statistics = statistics.orElse(null);
    this.statistic = statistic;
    this.mode = mode;
    traces = statistics.map(shown -> ChannelTrace.of(shown, statistic)).orElse(List.of());
    highlighted = highlighted >= traces.size() ? NONE : highlighted;
    selected = selected >= traces.size() ? NONE : selected;
    describe(
        statistics
            .map(shown -> words.summary(shown, statistic, traces))
            .orElseGet(() -> text().say("chart.statistics.nothing")));
    repaintLater();
  }

  private static String layer(Optional<RunningStatistics> shown) {
    return shown.map(RunningStatistics::layer).orElse("");
  }

  /// The channel that stands out: the one that is pointed at, or else the one that was selected.
  private int standing() {
    return highlighted == NONE ? selected : highlighted;
  }

  /// Shows how the same layer's statistic moved in the run that is pinned as A, under what is shown
  /// and on the same axes.
  public void showBeside(Optional<RunningStatistics> pinned) {
    beside = pinned.map(shown -> ChannelTrace.of(shown, statistic)).orElse(List.of());
    repaintLater();
  }

  @Override
  public ChartTable table(Text language) {
    return new RunningWords(language).table(traces);
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (traces.isEmpty()) {
      return Optional.of(placeholder);
    }
    return values().isEmpty()
        ? Optional.of(text().say("chart.statistics.notfinite." + statistic.key()))
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
    if (statistics == null) {
      return;
    }
    int pointed = occasion == Occasion.SCREEN ? standing() : NONE;
    TraceMark mark =
        new TraceMark(traces, pointed, ClosedForm.of(statistics), style.palette().of(mode), style);
    String readout = pointed == NONE ? passReadout(occasion) : readout(pointed);
    Rectangle2D body =
        new Header(words.measure(statistics, statistic), legend(mark, style), readout)
            .draw(g2, style, area);
    double margin =
        style.width(g2, text().say("chart.statistics.batch"))
            + style.gap()
            + style.width(g2, words.passTick(passes())) / 2;
    Rectangle2D left =
        new Rectangle2D.Double(
            body.getX(), body.getY(), body.getWidth() - margin, body.getHeight());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            left,
            passAxis(g2, style, left.getWidth(), acrossShown(occasion)),
            ChartAxes.values(style, valuesShown(occasion).of(values().padded()), body.getHeight()),
            (graphics, place) -> {
              new TraceGhost(beside, pointed, style).draw(graphics, place);
              mark.draw(graphics, place);
              if (occasion == Occasion.SCREEN) {
                drawPass(graphics, style, place);
              }
            });
    if (occasion == Occasion.SCREEN) {
      scale = drawn;
    }
    drawBatch(g2, style, drawn, body.getMaxX(), pointed);
  }

  private Legend legend(TraceMark mark, ChartStyle style) {
    if (beside.isEmpty()) {
      return mark.legend();
    }
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(TraceGhost.legend(style));
    entries.addAll(mark.legend().entries());
    return new Legend(entries);
  }

  private String readout(int pointed) {
    ChannelTrace trace = traces.get(pointed);
    String own =
        pass.isPresent()
            ? trace
                .after(pass.getAsInt() + 1)
                .map(point -> words.readout(trace, point))
                .orElseGet(() -> words.readout(trace))
            : words.readout(trace);
    return pointed < beside.size() ? words.beside(beside.get(pointed), own) : own;
  }

  private String passReadout(Occasion occasion) {
    return occasion == Occasion.SCREEN && pass.isPresent() && pass.getAsInt() < passes()
        ? words.pass(pass.getAsInt() + 1)
        : "";
  }

  private NumberAxis passAxis(Graphics2D g2, ChartStyle style, double pixels, Zoom zoom) {
    int passes = passes();
    ValueRange shown = zoom.of(0, passes);
    int mostTicks = ChartAxes.mostTicks(g2, style, words.passTick(passes), pixels);
    double step = TickStep.whole(shown.high() - shown.low(), mostTicks).size();
    return ChartAxes.labelled(
        style, shown.low(), shown.high(), step, value -> words.passTick((int) value));
  }

  /// Ticks at the batch's own values, to the right of the plot.
  private void drawBatch(Graphics2D g2, ChartStyle style, Scale drawn, double right, int pointed) {
    double left = drawn.area().getMaxX() + style.gap();
    for (int index = 0; index < traces.size(); index++) {
      double batch = traces.get(index).batch();
      double y = drawn.y(batch);
      if (Double.isFinite(batch) && y >= drawn.area().getY() && y <= drawn.area().getMaxY()) {
        boolean standsOut = index == pointed;
        double opacity = standsOut ? 1 : pointed == NONE ? 0.55 : 0.2;
        g2.setPaint(ChartStyle.ink(style.palette().text(), opacity));
        g2.setStroke(ChartStyle.solid(style.thickness(standsOut ? 3 : 2)));
        g2.draw(new Line2D.Double(left, y, left + 1.2 * style.lineHeight(), y));
      }
    }
    style.write(
        g2,
        text().say("chart.statistics.batch"),
        right,
        drawn.area().getMaxY() + style.lineHeight() / 2 + 2,
        TextAnchor.CENTER_RIGHT,
        style.palette().mutedText());
  }

  private ValueRange values() {
    ValueRange span = new ValueRange();
    List<ChannelTrace> all = new ArrayList<>(traces);
    all.addAll(beside);
    for (ChannelTrace trace : all) {
      span.include(trace.start());
      span.include(trace.batch());
      for (ChannelTrace.Point point : trace.points()) {
        span.include(point.last());
        span.include(point.minimum());
        span.include(point.maximum());
      }
    }
    return span;
  }

  private int passes() {
    return Math.max(passes(traces), beside.isEmpty() ? 1 : passes(beside));
  }

  private static int passes(List<ChannelTrace> traces) {
    List<ChannelTrace.Point> points = traces.getFirst().points();
    return points.isEmpty() ? 1 : Math.max(1, points.getLast().passes());
  }

  private int traceAt(MouseEvent event) {
    if (scale == null || traces.isEmpty()) {
      return NONE;
    }
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    boolean inMargin = x > scale.area().getMaxX();
    double passes = Math.clamp(scale.valueAtX(x), 0, passes());
    int nearest = NONE;
    double least = REACH;
    for (int index = 0; index < traces.size(); index++) {
      ChannelTrace trace = traces.get(index);
      double distance = Math.abs(scale.y(inMargin ? trace.batch() : trace.at(passes)) - y);
      if (distance < least) {
        least = distance;
        nearest = index;
      }
    }
    return nearest;
  }

  /// Where the statistics were after the pass that is pointed at.
  private void drawPass(Graphics2D g2, ChartStyle style, Scale place) {
    if (pass.isPresent() && pass.getAsInt() < passes()) {
      double x = place.x(pass.getAsInt() + 1);
      g2.setPaint(ChartStyle.ink(style.palette().text(), 0.7));
      g2.setStroke(ChartStyle.solid(style.thickness(1.2)));
      g2.draw(new Line2D.Double(x, place.area().getY(), x, place.area().getMaxY()));
    }
  }

  /// Shows a pass of the series; empty for none.
  public void pointAtPass(OptionalInt shown) {
    if (!shown.equals(pass)) {
      pass = shown;
      repaintLater();
    }
  }

  /// Up and down go from channel to channel, left and right from pass to pass; Escape leaves both.
  private void press(KeyEvent event) {
    boolean isUsed =
        switch (event.getCode()) {
          case DOWN -> isChannel(standing() + 1);
          case UP -> isChannel(standing() - 1);
          case RIGHT -> isPass(1);
          case LEFT -> isPass(-1);
          case ENTER -> isClicked();
          case ESCAPE -> isLeft();
          default -> false;
        };
    if (isUsed) {
      event.consume();
    }
  }

  private boolean isChannel(int next) {
    boolean isThere = next >= 0 && next < traces.size();
    if (isThere) {
      selected = next;
      point(next, pointedPass);
    }
    return isThere;
  }

  /// The next pass of which the values are kept, or the one before.
  private boolean isPass(int step) {
    if (traces.isEmpty()) {
      return false;
    }
    int from = pass.isPresent() ? pass.getAsInt() + 1 : step > 0 ? 0 : Integer.MAX_VALUE;
    OptionalInt next = traces.getFirst().next(from, step);
    next.ifPresent(passes -> point(standing(), OptionalInt.of(passes - 1)));
    return next.isPresent();
  }

  private boolean isClicked() {
    boolean isOnChannel = standing() != NONE;
    if (isOnChannel) {
      onClicked.run();
    }
    return isOnChannel;
  }

  private boolean isLeft() {
    boolean wasPointed = standing() != NONE || pointedPass.isPresent();
    selected = NONE;
    repaintLater();
    point(NONE, OptionalInt.empty());
    return wasPointed;
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (highlighted != NONE && event.getButton() == MouseButton.PRIMARY) {
      selected = selected == highlighted ? NONE : highlighted;
      onClicked.run();
    }
  }

  /// The channel that was selected by a click or by key, by its place in the layer.
  public OptionalInt selected() {
    return selected == NONE ? OptionalInt.empty() : OptionalInt.of(selected);
  }

  /// Lets a channel stand out that was chosen elsewhere.
  public void select(int channel) {
    selected = channel < traces.size() ? channel : NONE;
    repaintLater();
  }

  /// Hears what is pointed at.
  @FunctionalInterface
  public interface Pointed {
    /// @param onChannel whether it is a line of the layer's
    /// @param pass the pass it is at, from 0
    void at(boolean onChannel, OptionalInt pass);
  }

  /// Who is told of what is pointed at, and of a click on a channel.
  public void tell(Pointed pointed, Runnable clicked) {
    onPointed = pointed;
    onClicked = clicked;
  }

  /// The pass under the pointer of which the values are kept; none before the first.
  private OptionalInt passAt(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    if (scale == null || traces.isEmpty() || !scale.area().contains(x, y)) {
      return OptionalInt.empty();
    }
    double passes = scale.valueAtX(x);
    return traces.getFirst().points().stream()
        .mapToInt(ChannelTrace.Point::passes)
        .filter(_ -> passes >= 0.5)
        .boxed()
        .min(Comparator.comparingDouble(each -> Math.abs(each - passes)))
        .map(each -> OptionalInt.of(each - 1))
        .orElse(OptionalInt.empty());
  }

  private void point(int trace, OptionalInt at) {
    if (trace != highlighted || !at.equals(pointedPass)) {
      highlighted = trace;
      pointedPass = at;
      repaintLater();
      onPointed.at(trace != NONE, at);
    }
  }
}
