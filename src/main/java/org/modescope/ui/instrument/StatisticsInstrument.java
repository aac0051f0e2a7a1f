package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.statistics.RunningStatisticsChart;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.screen.Watch;
import org.modescope.words.Text;

/// Hands the chart of running statistics its numbers, and lets layer and statistic be chosen.
final class StatisticsInstrument {
  private final InstrumentCard card;
  private final StatisticsViewModel model;
  private final Text text;
  private final RunningStatisticsChart chart;
  private @Nullable ComboBox<String> layerChoice;

  StatisticsInstrument(InstrumentCard card, StatisticsViewModel model, Watch watch, Text text) {
    this.card = card;
    this.model = model;
    this.text = text;
    chart = new RunningStatisticsChart(text);
    card.addControls(statisticChoice());
    model.layers().subscribe(this::offerLayers);
    offerLayers();
    card.explainTitle("running-mean");
    card.explainContext("num-batches-tracked");
    card.explainHeadline("share-of-the-way");
    card.show(model.words(), watch);
    card.setChart(chart, chart::table);
    card.linkRows(chart::selected, this::choose);
    watch.follow(model.words().textProperty(), words -> chart.setPlaceholder(words.emptyReason()));
    watch.follow(model.shownProperty(), _ -> draw());
    watch.follow(model.statisticProperty(), _ -> drawAnew());
    watch.follow(model.pinnedProperty(), _ -> draw());
    chart.tell(model::pointAt, model::pin);
    watch.follow(model.focusProperty(), shown -> chart.pointAtPass(shown.pass()));
  }

  private SegmentedControl<Statistic> statisticChoice() {
    SegmentedControl<Statistic> choice = new SegmentedControl<>();
    choice.offer(
        Arrays.stream(Statistic.values())
            .map(
                each ->
                    new Choice<>(
                        each,
                        text.say("instrument.statistics.choice." + each.key()),
                        text.say("instrument.statistics.choice." + each.key() + ".help"),
                        "plain"))
            .toList());
    Explained.segments(choice, InstrumentTerms::of, text);
    choice.valueProperty().bindBidirectional(model.statisticProperty());
    return choice;
  }

  /// Lets the layer be chosen where there is a choice; the control is made when there first is one.
  private void offerLayers() {
    boolean isChoice = model.layers().size() > 1;
    if (layerChoice == null && isChoice) {
      layerChoice = new ComboBox<>(model.layers());
      layerChoice.setAccessibleText(text.say("instrument.statistics.layer"));
      layerChoice.valueProperty().bindBidirectional(model.layerProperty());
      card.addFirstControl(layerChoice);
    }
    if (layerChoice != null) {
      layerChoice.setVisible(isChoice);
      layerChoice.setManaged(isChoice);
    }
  }

  private void choose(int channel) {
    model.hold();
    chart.select(channel);
  }

  /// Another statistic has another axis.
  private void drawAnew() {
    chart.resetZoom();
    draw();
  }

  private void draw() {
    Optional<RunningStatistics> shown = model.drawn();
    Mode mode = shown.filter(RunningStatistics::updating).isPresent() ? Mode.TRAIN : Mode.EVAL;
    chart.show(shown, model.statisticProperty().get(), mode);
    chart.showBeside(model.beside());
    card.numbersChanged();
  }

  Chart seen() {
    return chart;
  }

  List<Chart> charts() {
    return List.of(chart);
  }
}
