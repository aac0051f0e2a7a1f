package org.modescope.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.Diagnosis;
import org.modescope.measure.Diagnosis.Outlier;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// Looks, after the last step of a training, for what made eval mode worse.
///
/// @param scoring how rows are scored, and whether to give up
record FinalDiagnosis(TrainingRun run, Scoring scoring) {
  /// How much worse eval mode must be to be worth a search.
  private static final double NOTABLE = 1.05;

  Diagnosis of(StateDict trained, TrainingCourse course) {
    List<Validation> validations = course.validations();
    Optional<Outlier> outlier = OutlierSearch.in(run.rows(), scoring.stopped());
    return new Diagnosis(
        outlier,
        !validations.isEmpty() && isWorseInEval(validations.getLast()) && keepsStatistics()
            ? anew(trained, outlier)
            : Optional.empty(),
        backward(trained));
  }

  /// By the first batch of the rows in their order.
  private Optional<BackwardModes> backward(StateDict trained) {
    int rows = Math.min(run.rows().count(), scoring.batchSize());
    return keepsStatistics() && rows > 1
        ? new BackwardInModes(run.trained(), scoring.function(), scoring.stopped())
            .of(
                trained,
                run.rows().pick(IntStream.range(0, rows).toArray()),
                new StreamDraws(run.generator().copy()))
        : Optional.empty();
  }

  private static boolean isWorseInEval(Validation last) {
    return last.eval().meanLoss().orElse(0)
        > NOTABLE * last.trainMode().meanLoss().orElse(Double.POSITIVE_INFINITY);
  }

  private boolean keepsStatistics() {
    return PlacedLayer.of(run.trained()).stream()
        .anyMatch(layer -> layer.spec().type().isBatchNorm() && layer.spec().tracksStatistics());
  }

  private Optional<Score> anew(StateDict trained, Optional<Outlier> outlier) {
    OptionalInt without = outlier.map(far -> OptionalInt.of(far.row())).orElse(OptionalInt.empty());
    return run.validation()
        .flatMap(
            held ->
                new StatisticsAnew(run.trained(), scoring)
                    .score(
                        trained,
                        run.rows(),
                        without,
                        held,
                        new StreamDraws(run.generator().copy())));
  }
}
