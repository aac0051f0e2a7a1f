package org.modescope.ui.mystery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.mystery.Outcome;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.memory.TotalsChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentGrid;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The three instruments, in one colour and without names of layers until the answer is told.
final class MysteryCharts {
  private final InstrumentGrid grid;
  private final List<InstrumentCard> cards;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final CardWords words;
  private final OutputVarianceChart outputs;
  private final RunningStatisticsChart statistics;
  private final TotalsChart memory;
  private final SegmentedControl<Statistic> statistic = new SegmentedControl<>();
  private final SegmentedControl<Integer> layer = new SegmentedControl<>();
  private Optional<Outcome> shown = Optional.empty();
  private boolean isTold;

  /// @param cards in the order of their numbers
  MysteryCharts(InstrumentGrid grid, List<InstrumentCard> cards, ChartExport exports, Desk desk) {
    this.grid = grid;
    this.cards = List.copyOf(cards);
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    words = new CardWords(text);
    outputs = new OutputVarianceChart(text);
    statistics = new RunningStatisticsChart(text);
    memory = new TotalsChart(text);
    build();
  }

  private void build() {
    statistic.offer(
        Arrays.stream(Statistic.values())
            .map(
                each ->
                    new Choice<>(
                        each,
                        text.say("instrument.statistics.choice." + each.key()),
                        text.say("instrument.statistics.choice." + each.key() + ".help"),
                        "plain"))
            .toList());
    statistic.valueProperty().set(Statistic.MEAN);
    statistic.valueProperty().subscribe((_, _) -> redraw());
    layer.setAccessibleText(text.say("instrument.statistics.layer"));
    layer.valueProperty().subscribe((_, _) -> redraw());
    offerLayers(0);
    cards.get(1).addControls(layer, statistic);
    for (int index = 0; index < cards.size(); index++) {
      place(cards.get(index), index, charts().get(index));
    }
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
  }

  private void place(InstrumentCard card, int index, Chart chart) {
    card.speak(text);
    card.setNumber(index + 1);
    card.showProvenance("");
    card.setChart(chart, chart::table);
    card.offerExport(
        () -> ExportMenu.of(card.getTitle(), () -> chart, () -> said(index), exports, text));
  }

  private List<Chart> charts() {
    return List.of(outputs, statistics, memory);
  }

  /// @param told whether colours may come back
  void show(Optional<Outcome> outcome, boolean told) {
    boolean isOther = !outcome.equals(shown) || told != isTold;
    shown = outcome;
    isTold = told;
    if (isOther) {
      offerLayers(all().size());
      charts().forEach(Chart::resetZoom);
    }
    colour();
    redraw();
  }

  /// Which of several layers with running statistics; it has no name here.
  private void offerLayers(int count) {
    layer.offer(
        IntStream.range(0, count)
            .mapToObj(
                place ->
                    new Choice<>(
                        place,
                        Integer.toString(place + 1),
                        text.say("mystery.statistics.layer", "number", place + 1),
                        "plain"))
            .toList());
    layer.valueProperty().set(0);
    layer.setVisible(count > 1);
    layer.setManaged(count > 1);
  }

  private void redraw() {
    Mode mode = isTold ? seen().map(run -> run.experiment().mode()).orElse(Mode.TRAIN) : Mode.TRAIN;
    Statistic which = Optional.ofNullable(statistic.valueProperty().get()).orElse(Statistic.MEAN);
    outputs.show(seen().flatMap(Observation::output).map(MysteryCharts::unpredicted), mode);
    statistics.show(tracked().map(MysteryCharts::nameless), which, tone());
    memory.show(seen().flatMap(Observation::memory));
    for (int index = 0; index < cards.size(); index++) {
      InstrumentText said = said(index);
      charts().get(index).setPlaceholder(said.emptyReason());
      cards.get(index).show(said);
      cards.get(index).numbersChanged();
    }
  }

  /// Statistics that move are train's, others eval's; which is told by their colour.
  private Mode tone() {
    return !isTold || tracked().filter(RunningStatistics::updating).isPresent()
        ? Mode.TRAIN
        : Mode.EVAL;
  }

  private InstrumentText said(int index) {
    return switch (index) {
      case 0 -> words.outputs(seen(), isTold);
      case 1 -> words.statistics(seen(), tracked(), isTold);
      default -> words.memory(seen(), isTold);
    };
  }

  private Optional<Observation> seen() {
    return shown.map(Outcome::seen);
  }

  private List<RunningStatistics> all() {
    return seen().map(Observation::statistics).orElse(List.of());
  }

  private Optional<RunningStatistics> tracked() {
    int place = Optional.ofNullable(layer.valueProperty().get()).orElse(0);
    return all().stream().skip(place).findFirst();
  }

  /// What theory predicts would tell where the randomness comes from.
  private static OutputVariance unpredicted(OutputVariance output) {
    return new OutputVariance(
        output.shape(),
        output.passes(),
        output.identical(),
        output.distinct(),
        output.mean(),
        output.standardDeviation(),
        output.minimum(),
        output.maximum(),
        output.samples(),
        Optional.empty());
  }

  /// Without the layer's name, and without the curve that is drawn for what is being updated.
  private static RunningStatistics nameless(RunningStatistics seen) {
    return new RunningStatistics(
        "?",
        seen.channels(),
        seen.momentum(),
        seen.updating(),
        seen.updates(),
        seen.moved(),
        seen.counting(),
        seen.batchesTracked(),
        seen.batchesTrackedBefore(),
        seen.mean(),
        seen.variance(),
        seen.batchMean(),
        seen.batchVariance(),
        false,
        seen.share(),
        seen.shareOfSeries());
  }

  private void colour() {
    ChartPalette plain = ChartLook.DESK.palette(desk.appearance());
    ChartPalette palette = isTold ? plain : plain.inOneTone();
    charts().forEach(chart -> chart.setPalette(palette));
  }

  private void resize() {
    charts().forEach(chart -> chart.setTextScale(ChartLook.DESK.textScale(desk.appearance())));
    grid.setFontSize(desk.appearance().fontSize());
  }
}
