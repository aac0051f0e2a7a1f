package org.modescope.ui.instrument;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.ui.screen.Watch;
import org.modescope.words.Text;

/// Hands the chart of output variance its numbers.
final class VarianceInstrument {
  private final InstrumentCard card;
  private final OutputVarianceChart chart;

  VarianceInstrument(InstrumentCard card, VarianceViewModel model, Watch watch, Text text) {
    this.card = card;
    chart = new OutputVarianceChart(text);
    card.explainTitle("output-variance");
    card.explainContext("pass");
    card.show(model.words(), watch);
    card.setChart(chart, chart::table);
    watch.follow(model.words().textProperty(), words -> chart.setPlaceholder(words.emptyReason()));
    watch.follow(model.observationProperty(), _ -> draw(model));
    watch.follow(model.pinnedProperty(), _ -> draw(model));
    chart.tell(model::pointAtPass);
    watch.follow(model.focusProperty(), shown -> chart.pointAtPass(shown.pass()));
  }

  private void draw(VarianceViewModel model) {
    @Nullable Observation seen = model.observationProperty().get();
    Mode mode = seen == null ? Mode.TRAIN : seen.experiment().mode();
    chart.show(Optional.ofNullable(seen).flatMap(Observation::output), mode);
    chart.showBeside(model.beside());
    card.explainHeadline(
        InstrumentTerms.variance(Optional.ofNullable(seen).flatMap(Observation::output)));
    card.numbersChanged();
  }

  Chart seen() {
    return chart;
  }

  List<Chart> charts() {
    return List.of(chart);
  }
}
