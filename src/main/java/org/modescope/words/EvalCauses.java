package org.modescope.words;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;

/// Finds why eval mode scores worse than train mode: the likeliest of the causes that were seen.
record EvalCauses(TrainingCourse course, Experiment experiment) {
  /// How much of the start may still be in running statistics.
  private static final double LEFT = 0.05;

  private static final double USUAL_MOMENTUM = 0.1;

  /// Batches in which n − 1 and chance matter.
  private static final int FEW_ROWS = 4;

  /// How much of what eval mode is worse by statistics that are gathered anew must win back.
  private static final double NOTABLE = 0.25;

  EvalCause likeliest(double eval, double train) {
    OptionalDouble anew = anew();
    boolean isTheStatistics =
        anew.isEmpty() || eval - anew.getAsDouble() > NOTABLE * (eval - train);
    if (!isTheStatistics || updating().isEmpty()) {
      return new EvalCause.NotTheStatistics();
    }
    return course
        .diagnosis()
        .outlier()
        .<EvalCause>map(far -> new EvalCause.Outlier(far.row(), far.distance()))
        .or(this::fewUpdates)
        .or(this::smallBatches)
        .or(this::varianceShift)
        .orElseGet(EvalCause.Lagging::new);
  }

  /// The loss in eval mode with statistics gathered anew.
  OptionalDouble anew() {
    return course
        .diagnosis()
        .gatheredAnew()
        .map(score -> score.meanLoss())
        .orElse(OptionalDouble.empty());
  }

  private List<StatisticsDrift> updating() {
    return course.drifts().stream().filter(drift -> drift.mode() == Mode.TRAIN).toList();
  }

  private Optional<EvalCause> fewUpdates() {
    return updating().stream().flatMap(drift -> fewUpdates(drift).stream()).findFirst();
  }

  /// A cumulative average forgets its start at once.
  private Optional<EvalCause> fewUpdates(StatisticsDrift drift) {
    Optional<Double> momentum = momentum(drift.layer());
    if (momentum.isEmpty() || hasOwnState()) {
      return Optional.empty();
    }
    long updates = drift.now().updates();
    double left = Math.pow(1 - momentum.get(), (double) updates);
    if (left < LEFT) {
      return Optional.empty();
    }
    return Optional.of(
        momentum.get() < USUAL_MOMENTUM
            ? new EvalCause.SmallMomentum(drift.layer(), updates, momentum.get(), left)
            : new EvalCause.FewUpdates(drift.layer(), updates, momentum.get(), left));
  }

  /// Whether the statistics began as somebody else's, and not as 0 and 1.
  private boolean hasOwnState() {
    return experiment.parameters().isPresent();
  }

  private Optional<Double> momentum(String path) {
    return PlacedLayer.of(experiment).stream()
        .filter(layer -> layer.path().equals(path))
        .findFirst()
        .flatMap(layer -> layer.spec().numberOrNone("momentum"));
  }

  private Optional<EvalCause> smallBatches() {
    int rows = experiment.training().orElseThrow().batchSize();
    return rows > 1 && rows <= FEW_ROWS
        ? Optional.of(new EvalCause.SmallBatches(rows))
        : Optional.empty();
  }

  private Optional<EvalCause> varianceShift() {
    String dropout = "";
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      if (RandomLayers.mayDraw(layer.spec()) && layer.mode() == Mode.TRAIN) {
        dropout = layer.path();
      } else if (!dropout.isEmpty() && layer.spec().tracksStatistics()) {
        return Optional.of(new EvalCause.VarianceShift(dropout, layer.path()));
      }
    }
    return Optional.empty();
  }
}
