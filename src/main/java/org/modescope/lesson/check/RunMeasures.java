package org.modescope.lesson.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.modescope.autograd.Shape;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;

/// What a run as a whole has shown, by name. Times are left out: they differ from machine to
/// machine.
///
/// - as in `run --json`: `passes`, `identical`, `output_std_max`, `output_std_mean`,
///   `running_stats_moved`, `packed_bytes`, `unique_bytes`, `extra_bytes`, and `held_bytes`, which
///   the allocator counts, so that it tells of what hangs on no output as well;
/// - `distinct_outputs`, `outputs` (numbers in one output), `rows` (of the input), `output_rows`;
/// - `output_min`, `output_max` over all passes, `output_mean` of the means;
/// - `output_apart`, the standard deviation (÷ n) of the first output's numbers from each other;
/// - `output.R` or `output.R.C`, a number of the first output;
/// - `spread.BIN`, how many passes' first number falls into a bin of [Spread], of which 4 holds the
///   mean;
/// - `refused`, and `refusal`, PyTorch's text or an empty one.
final class RunMeasures {
  /// Numbers of one output that have names.
  private static final int MOST_NAMED = 256;

  private final Observation seen;
  private final Map<String, Supplier<Value>> named = new LinkedHashMap<>();

  private RunMeasures(Observation seen) {
    this.seen = seen;
  }

  static Map<String, Supplier<Value>> of(Observation seen) {
    RunMeasures measures = new RunMeasures(seen);
    measures.addSummary();
    measures.addOutput();
    return measures.named;
  }

  private void addSummary() {
    List<RunningStatistics> statistics = seen.statistics();
    named.put("passes", () -> Value.of(seen.progress().series()));
    named.put("rows", () -> Value.of(seen.experiment().input().shape().size(0)));
    named.put(
        "running_stats_moved",
        () -> Value.of(statistics.stream().anyMatch(RunningStatistics::moved)));
    named.put("packed_bytes", bytes(GraphMemory::packedBytes));
    named.put("unique_bytes", bytes(GraphMemory::uniqueBytes));
    named.put("extra_bytes", bytes(GraphMemory::extraBytes));
    named.put("held_bytes", bytes(GraphMemory::heldBytes));
    named.put("refused", () -> Value.of(seen.refusal().isPresent()));
    named.put("refusal", () -> Value.of(seen.refusal().map(Refusal::message).orElse("")));
  }

  private void addOutput() {
    Optional<OutputVariance> output = seen.output();
    named.put("identical", () -> Value.of(output.map(OutputVariance::identical).orElse(true)));
    named.put("distinct_outputs", of(OutputVariance::distinct));
    named.put("outputs", of(out -> out.shape().elements()));
    named.put("output_rows", of(out -> out.shape().size(0)));
    named.put("output_std_max", of(OutputVariance::largestDeviation));
    named.put("output_std_mean", of(OutputVariance::meanDeviation));
    named.put("output_min", of(out -> Floats.min(out.minimum())));
    named.put("output_max", of(out -> Floats.max(out.maximum())));
    named.put("output_mean", of(out -> Floats.mean(out.mean())));
    output.ifPresent(this::addNumbers);
  }

  private void addNumbers(OutputVariance output) {
    if (output.samples().isEmpty()) {
      return;
    }
    float[] first = output.samples().getFirst().values();
    named.put("output_apart", () -> Value.of(Floats.deviation(first)));
    List<Integer> spread = Spread.of(output).counts();
    for (int i = 0; i < spread.size(); i++) {
      int count = spread.get(i);
      named.put("spread." + i, () -> Value.of(count));
    }
    Shape shape = output.shape();
    int columns = shape.rank() > 1 ? (int) (shape.elements() / shape.size(0)) : 1;
    for (int i = 0; i < Math.min(first.length, MOST_NAMED); i++) {
      float value = first[i];
      if (columns == 1) {
        named.put("output." + i, () -> Value.of(value));
      } else {
        named.put("output." + i / columns + "." + i % columns, () -> Value.of(value));
      }
    }
  }

  private Supplier<Value> of(ToDoubleFunction<OutputVariance> read) {
    return () -> Value.of(seen.output().map(read::applyAsDouble).orElse(0.0));
  }

  private Supplier<Value> bytes(ToLongFunction<GraphMemory> read) {
    return () -> Value.of(seen.memory().map(read::applyAsLong).orElse(0L));
  }
}
