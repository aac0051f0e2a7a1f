package org.modescope.cli.result;

import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.StateDict;

/// What a training came to.
///
/// @param course what it has shown; it was not refused
/// @param nanos how long it took
/// @param before the state that it began with
/// @param after the state that it ended with
public record TrainingResult(TrainingCourse course, long nanos, StateDict before, StateDict after) {

  public Experiment experiment() {
    return course.experiment();
  }

  /// Whether all epochs were done.
  public boolean complete() {
    return course.status() == Status.FINISHED;
  }

  /// How many steps were made.
  public int steps() {
    return course.losses().count();
  }

  /// How the net was trained.
  public Training training() {
    return experiment().training().orElseThrow();
  }

  /// How many steps make an epoch.
  public int stepsPerEpoch() {
    return course.progress().stepsPerEpoch();
  }
}
