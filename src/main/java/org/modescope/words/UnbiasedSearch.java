package org.modescope.words;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Trace;
import org.modescope.words.StatisticsFinding.UnbiasedVariance;

/// Looks for a BatchNorm whose running statistics are the batch's own, so that n − 1 is all that is
/// between its two modes.
final class UnbiasedSearch {
  /// Nearer than this, two statistics are the same one.
  private static final double SAME = 1e-3;

  /// With more values per channel the two modes differ by less than one percent.
  private static final int MOST_VALUES = 50;

  private UnbiasedSearch() {}

  static Optional<Finding> in(RunningStatistics statistics, Experiment experiment) {
    boolean agree =
        areSame(now(statistics.mean()), statistics.batchMean())
            && areSame(now(statistics.variance()), statistics.batchVariance());
    return agree
        ? valuesPerChannel(statistics.layer(), experiment)
            .filter(count -> count > 1 && count <= MOST_VALUES)
            .map(count -> new UnbiasedVariance(statistics.layer(), count))
        : Optional.empty();
  }

  private static float[] now(Trace trace) {
    return trace.stretches().isEmpty() ? trace.start() : trace.stretches().getLast().last();
  }

  private static boolean areSame(float[] running, float[] batch) {
    if (batch.length == 0 || running.length != batch.length) {
      return false;
    }
    for (int i = 0; i < batch.length; i++) {
      if (!(Math.abs(running[i] - batch[i]) <= SAME * Math.max(Math.abs(batch[i]), SAME))) {
        return false;
      }
    }
    return true;
  }

  /// Known for layers that stand in no container.
  private static Optional<Integer> valuesPerChannel(String path, Experiment experiment) {
    List<LayerSpec> network = experiment.network();
    List<Shape> outputs = ShapeCheck.of(experiment).outputs();
    for (int index = 0; index < Math.min(network.size(), outputs.size()); index++) {
      LayerSpec layer = network.get(index);
      if (layer.name().equals(path) && layer.type().isBatchNorm()) {
        long values = outputs.get(index).elements() / layer.integer("num_features");
        return Optional.of((int) Math.min(values, Integer.MAX_VALUE));
      }
    }
    return Optional.empty();
  }
}
