package org.modescope.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.StatisticsTracer;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.StateDict;

/// Follows the running statistics of every layer that keeps some.
final class StatisticsGauge implements Gauge {
  private final Map<String, StatisticsTracer> tracers = new LinkedHashMap<>();
  private boolean isFirst;

  /// @param start the net's state when the series begins
  StatisticsGauge(LiveNet live, StateDict start) {
    for (PlacedLayer layer : PlacedLayer.of(live.experiment())) {
      if (layer.spec().tracksStatistics()) {
        tracers.put(layer.path(), new StatisticsTracer(layer, live.origin(), start));
      }
    }
  }

  @Override
  public void beforeBlock(Block block) {
    isFirst = block.beginsSeries();
  }

  @Override
  public void entering(String layer, Tensor input) {
    StatisticsTracer tracer = tracers.get(layer);
    if (isFirst && tracer != null && tracer.isWatching(input.shape())) {
      tracer.sawBatch(Statistics.overBatch(input));
    }
  }

  @Override
  public void updated(String layer, Statistics batch, RunningHistory history) {
    StatisticsTracer tracer = tracers.get(layer);
    if (tracer != null) {
      tracer.updated(batch, history);
    }
  }

  @Override
  public void afterBlock(Block block) {
    tracers.values().forEach(tracer -> tracer.endBlock(block.inSeries() + block.passes()));
  }

  /// A refused pass may have been counted.
  @Override
  public void refused(Setting setting) {
    StateDict state = setting.live().net().state();
    tracers
        .values()
        .forEach(tracer -> tracer.counted(state.counter(tracer.layer() + ".num_batches_tracked")));
  }

  @Override
  public void tell(ObservationDraft draft) {
    draft.statistics(tracers.values().stream().map(StatisticsTracer::summary).toList());
  }
}
