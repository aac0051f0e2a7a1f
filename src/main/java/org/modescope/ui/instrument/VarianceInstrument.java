package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.output.OutputPassesChart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.instrument.VarianceViewModel.Drawing;
import org.modescope.ui.screen.Watch;
import org.modescope.words.Text;

/// Hands the charts of output variance their numbers, and lets one output be followed over the
/// passes.
final class VarianceInstrument {
  private final InstrumentCard card;
  private final VarianceViewModel model;
  private final OutputVarianceChart all;
  private final OutputPassesChart one;

  VarianceInstrument(InstrumentCard card, VarianceViewModel model, Watch watch, Text text) {
    this.card = card;
    this.model = model;
    all = new OutputVarianceChart(text);
    one = new OutputPassesChart(text);
    card.explainTitle("output-variance");
    card.explainContext("pass");
    card.addControls(drawingChoice(text));
    card.show(model.words(), watch);
    StackPane charts = new StackPane(all, one);
    charts.setMinHeight(0);
    card.setChart(charts, () -> seen().table());
    card.linkRows(this::markedRow, this::choose);
    watch.follow(
        model.words().textProperty(),
        words -> charts().forEach(chart -> chart.setPlaceholder(words.emptyReason())));
    watch.follow(model.observationProperty(), _ -> draw());
    watch.follow(model.pinnedProperty(), _ -> draw());
    watch.follow(model.drawingProperty(), _ -> draw());
    all.tell(model::pointAtPass, model::select);
    one.tell(model::pointAtPass, model::select);
    watch.follow(model.selectedProperty(), this::select);
    watch.follow(model.focusProperty(), shown -> pointAtPass(shown.pass()));
  }

  private SegmentedControl<Drawing> drawingChoice(Text text) {
    SegmentedControl<Drawing> choice = new SegmentedControl<>();
    choice.offer(
        Arrays.stream(Drawing.values())
            .map(
                each ->
                    new Choice<>(
                        each,
                        text.say("instrument.variance.drawing." + each.key()),
                        text.say("instrument.variance.drawing." + each.key() + ".help"),
                        "plain"))
            .toList());
    Explained.segments(choice, InstrumentTerms::of, text);
    choice.valueProperty().bindBidirectional(model.drawingProperty());
    return choice;
  }

  /// Draws the chart that is seen; the other is drawn when it is chosen.
  private void draw() {
    @Nullable Observation seen = model.observationProperty().get();
    Mode mode = seen == null ? Mode.TRAIN : seen.experiment().mode();
    Optional<OutputVariance> output = Optional.ofNullable(seen).flatMap(Observation::output);
    Drawing drawing = model.drawingProperty().get();
    all.setVisible(drawing == Drawing.ALL);
    one.setVisible(drawing == Drawing.ONE);
    switch (drawing) {
      case ALL -> {
        all.show(output, mode);
        all.showBeside(model.beside());
        all.select(model.selectedProperty().get());
      }
      case ONE -> {
        one.show(output, mode, model.selectedProperty().get());
        one.showBeside(model.beside());
      }
    }
    pointAtPass(model.focusProperty().get().pass());
    card.explainHeadline(InstrumentTerms.variance(output));
    card.numbersChanged();
  }

  private void select(OptionalInt element) {
    switch (model.drawingProperty().get()) {
      case ALL -> all.select(element);
      case ONE -> draw();
    }
    card.rowChanged();
  }

  /// The row of the table that stands for what is selected in the chart.
  private OptionalInt markedRow() {
    return switch (model.drawingProperty().get()) {
      case ALL -> model.selectedProperty().get();
      case ONE -> rowOf(model.focusProperty().get().pass());
    };
  }

  private OptionalInt rowOf(OptionalInt pass) {
    List<Sample> samples = samples();
    return IntStream.range(0, samples.size())
        .filter(row -> pass.equals(OptionalInt.of(samples.get(row).pass())))
        .findFirst();
  }

  private List<Sample> samples() {
    return Optional.ofNullable(model.observationProperty().get())
        .flatMap(Observation::output)
        .map(OutputVariance::samples)
        .orElse(List.of());
  }

  /// Selects what a row of the table is about: an output, or a pass.
  private void choose(int row) {
    switch (model.drawingProperty().get()) {
      case ALL -> model.select(OptionalInt.of(row));
      case ONE -> model.holdPass(samples().get(row).pass());
    }
  }

  private void pointAtPass(OptionalInt pass) {
    all.pointAtPass(pass);
    one.pointAtPass(pass);
    card.rowChanged();
  }

  Chart seen() {
    return switch (model.drawingProperty().get()) {
      case ALL -> all;
      case ONE -> one;
    };
  }

  List<Chart> charts() {
    return List.of(all, one);
  }
}
