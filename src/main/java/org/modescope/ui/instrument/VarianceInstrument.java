package org.modescope.ui.instrument;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.output.OutputVarianceChart;
import org.modescope.words.Text;

/// Hands the chart of output variance its numbers.
final class VarianceInstrument {
  private final InstrumentCard card;
  private final OutputVarianceChart chart;

  VarianceInstrument(InstrumentCard card, VarianceViewModel model, Following following, Text text) {
    this.card = card;
    chart = new OutputVarianceChart(text);
    following.keep(card.show(model.words()));
    card.setChart(chart, chart::table);
    following.follow(
        model.words().textProperty(), words -> chart.setPlaceholder(words.emptyReason()));
    following.follow(model.observationProperty(), this::draw);
  }

  private void draw(@Nullable Observation seen) {
    Mode mode = seen == null ? Mode.TRAIN : seen.experiment().mode();
    chart.show(Optional.ofNullable(seen).flatMap(Observation::output), mode);
    card.numbersChanged();
  }

  Chart seen() {
    return chart;
  }

  List<Chart> charts() {
    return List.of(chart);
  }
}
