package org.modescope.lesson.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.measure.RunningStatistics.Trace;

/// What a run has shown of single layers, by name.
///
/// - `LAYER.running_mean.mean` and `LAYER.running_var.mean`: the mean over the channels that are
///   traced, of which [RunningStatistics#CHANNEL_LIMIT] is the most; `LAYER.running_mean.C` and
///   `LAYER.running_var.C` of the first few;
/// - `LAYER.batch_mean.mean`, `LAYER.batch_var.mean` (÷ n − 1): the latest batch's own;
/// - `LAYER.num_batches_tracked`, and `LAYER.share`: how much of the way from where the net began
///   to the batch's means the running means have come, 0 to 1;
/// - `LAYER.extra_bytes` and `LAYER.packed_bytes`;
/// - `attribution.LAYER`: the share of the output's variance that it causes, 0 to 1.
final class LayerMeasures {
  private static final int MOST_NAMED = 8;

  private final Map<String, Supplier<Value>> named = new LinkedHashMap<>();

  private LayerMeasures() {}

  static Map<String, Supplier<Value>> of(Observation seen) {
    LayerMeasures measures = new LayerMeasures();
    seen.statistics().forEach(measures::add);
    seen.memory().ifPresent(measures::add);
    seen.attribution().forEach(each -> measures.put("attribution." + each.layer(), each.share()));
    return measures.named;
  }

  private void add(RunningStatistics statistics) {
    String layer = statistics.layer();
    put(layer + ".num_batches_tracked", (double) statistics.batchesTracked());
    put(layer + ".running_mean", last(statistics.mean()));
    put(layer + ".running_var", last(statistics.variance()));
    put(layer + ".batch_mean", statistics.batchMean());
    put(layer + ".batch_var", statistics.batchVariance());
    put(layer + ".share", statistics.share().orElse(0.0));
  }

  private static float[] last(Trace trace) {
    List<Stretch> stretches = trace.stretches();
    return stretches.isEmpty() ? trace.start() : stretches.getLast().last();
  }

  private void add(GraphMemory memory) {
    Map<String, Long> packed = new LinkedHashMap<>();
    Map<String, Long> extra = new LinkedHashMap<>();
    for (GraphMemory.Node node : memory.nodes()) {
      for (GraphMemory.Saved saved : node.saved()) {
        packed.merge(node.layer(), saved.bytes(), Long::sum);
        extra.merge(node.layer(), isExtra(saved) ? saved.bytes() : 0, Long::sum);
      }
    }
    packed.forEach((layer, bytes) -> put(layer + ".packed_bytes", (double) bytes));
    extra.forEach((layer, bytes) -> put(layer + ".extra_bytes", (double) bytes));
  }

  /// Neither there anyway nor counted for an earlier tensor.
  private static boolean isExtra(GraphMemory.Saved saved) {
    return switch (saved.kind()) {
      case INPUT, REFERENCE -> false;
      case ACTIVATION, MASK, STATISTIC -> !saved.alias();
    };
  }

  private void put(String name, float[] channels) {
    put(name + ".mean", Floats.mean(channels));
    for (int i = 0; i < Math.min(channels.length, MOST_NAMED); i++) {
      put(name + "." + i, channels[i]);
    }
  }

  private void put(String name, double value) {
    named.put(name, () -> Value.of(value));
  }
}
