package org.modescope.ui.training;

import java.util.Optional;
import org.modescope.measure.TrainingCourse;

/// A training that is shown, and the one before it that it is shown beside.
///
/// @param course what it has shown so far
/// @param earlier the one before; empty for none
record Seen(TrainingCourse course, Optional<TrainingCourse> earlier) {
  /// How far it is, in epochs.
  double epochs() {
    return epoch(course.progress().stepsDone());
  }

  /// Where the axis ends: at the end of the longer one.
  int lastEpoch() {
    return Math.max(
        course.progress().epochs(), earlier.map(each -> each.progress().epochs()).orElse(0));
  }

  /// How many epochs so many steps are.
  double epoch(long steps) {
    return epoch(course, steps);
  }

  static double epoch(TrainingCourse course, long steps) {
    return (double) steps / Math.max(1, course.progress().stepsPerEpoch());
  }
}
