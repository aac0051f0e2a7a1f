package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.ui.chart.memory.GraphMemoryChart;
import org.modescope.ui.chart.memory.MemoryTimelineChart;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.instrument.MemoryViewModel.Drawing;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.Text;

/// Hands the charts of graph memory their numbers, and lets the drawing and the count be chosen.
final class MemoryInstrument {
  private final InstrumentCard card;
  private final MemoryViewModel model;
  private final Text text;
  private final GraphMemoryChart bars;
  private final MemoryTimelineChart timeLine;

  MemoryInstrument(InstrumentCard card, MemoryViewModel model, Watch watch, Text text) {
    this.card = card;
    this.model = model;
    this.text = text;
    bars = new GraphMemoryChart(text);
    timeLine = new MemoryTimelineChart(text);
    card.addControls(drawingChoice(), accountingChoice());
    card.explainTitle("autograd-graph");
    card.explainContext("held-bytes");
    card.show(model.words(), watch);
    StackPane charts = new StackPane(bars, timeLine);
    charts.setMinHeight(0);
    card.setChart(charts, () -> seen().table());
    card.linkRows(this::markedRow, row -> model.hold(tableLayers().get(row)));
    watch.follow(
        model.words().textProperty(),
        words -> charts().forEach(chart -> chart.setPlaceholder(words.emptyReason())));
    watch.follow(model.observationProperty(), _ -> draw());
    watch.follow(model.accountingProperty(), _ -> drawAnew());
    watch.follow(model.drawingProperty(), _ -> draw());
    watch.follow(model.pinnedProperty(), _ -> draw());
    bars.tell(model::pointAt, model::pin, model::release);
    timeLine.tell(model::pointAt, model::pin, model::release);
    watch.follow(model.focusProperty(), shown -> pointAt(shown.layer()));
  }

  private void pointAt(String layer) {
    bars.pointAt(layer);
    timeLine.pointAt(layer);
    card.rowChanged();
  }

  /// The first row about the layer that is pointed at.
  private OptionalInt markedRow() {
    List<String> layers = tableLayers();
    Target target = model.focusProperty().get();
    return IntStream.range(0, layers.size())
        .filter(row -> target.isAbout(layers.get(row)))
        .findFirst();
  }

  private List<String> tableLayers() {
    return switch (model.drawingProperty().get()) {
      case BARS -> bars.tableLayers();
      case TIME_LINE -> timeLine.tableLayers();
    };
  }

  private SegmentedControl<Drawing> drawingChoice() {
    SegmentedControl<Drawing> choice = new SegmentedControl<>();
    choice.offer(
        Arrays.stream(Drawing.values())
            .map(each -> choice(each, "instrument.memory.drawing." + each.key()))
            .toList());
    Explained.segments(choice, InstrumentTerms::of, text);
    choice.valueProperty().bindBidirectional(model.drawingProperty());
    return choice;
  }

  private SegmentedControl<Accounting> accountingChoice() {
    SegmentedControl<Accounting> choice = new SegmentedControl<>();
    choice.offer(
        Arrays.stream(Accounting.values())
            .map(each -> choice(each, "instrument.memory.accounting." + each.key()))
            .toList());
    Explained.segments(choice, InstrumentTerms::of, text);
    choice.valueProperty().bindBidirectional(model.accountingProperty());
    return choice;
  }

  private <T> Choice<T> choice(T value, String key) {
    return new Choice<>(value, text.say(key), text.say(key + ".help"), "plain");
  }

  /// Other bytes have another axis.
  private void drawAnew() {
    charts().forEach(Chart::resetZoom);
    draw();
  }

  /// Draws the chart that is seen; the other is drawn when it is chosen.
  private void draw() {
    @Nullable Observation seen = model.observationProperty().get();
    Optional<GraphMemory> kept = Optional.ofNullable(seen).flatMap(Observation::memory);
    Drawing drawing = model.drawingProperty().get();
    bars.setVisible(drawing == Drawing.BARS);
    timeLine.setVisible(drawing == Drawing.TIME_LINE);
    switch (drawing) {
      case BARS -> {
        bars.show(kept, model.accountingProperty().get());
        bars.showBeside(model.beside());
      }
      case TIME_LINE -> {
        timeLine.show(
            kept, model.accountingProperty().get(), seen == null ? 0 : seen.experiment().passes());
        timeLine.showBeside(model.beside());
      }
    }
    card.explainHeadline(InstrumentTerms.of(model.accountingProperty().get()));
    card.numbersChanged();
  }

  Chart seen() {
    return switch (model.drawingProperty().get()) {
      case BARS -> bars;
      case TIME_LINE -> timeLine;
    };
  }

  List<Chart> charts() {
    return List.of(bars, timeLine);
  }
}
