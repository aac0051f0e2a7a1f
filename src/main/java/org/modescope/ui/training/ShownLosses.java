package org.modescope.ui.training;

import java.util.Optional;
import java.util.Set;
import org.modescope.experiment.Forgotten;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;

/// Which losses of a training are shown.
final class ShownLosses {
  private ShownLosses() {}

  /// Whether all that is forgotten shows in memory alone.
  static boolean isUnseen(TrainingCourse course) {
    Set<Forgotten> forgotten = course.experiment().training().orElseThrow().forgotten();
    return !forgotten.isEmpty()
        && Set.of(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD).containsAll(forgotten);
  }

  /// What was validated latest.
  static Optional<Validation> last(TrainingCourse course) {
    return course.validations().isEmpty()
        ? Optional.empty()
        : Optional.of(course.validations().getLast());
  }

  /// The mean over rows; NaN where it could not be measured.
  static double of(Score score) {
    return score.meanLoss().orElse(Double.NaN);
  }
}
