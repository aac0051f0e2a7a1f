package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Snapshot;
import org.modescope.measure.TrainingCourse;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.run.TrainingJob;
import org.modescope.run.TrainingRun;
import org.modescope.ui.workbench.RunControl;

/// A runner that remembers what was to be trained, and trains it when a test says so.
final class Asking implements RunControl {
  private final List<Experiment> asked = new ArrayList<>();
  private int stops;

  @Override
  public <S extends Snapshot> void submit(Job<S> job) {
    if (job instanceof TrainingJob(Experiment experiment)) {
      asked.add(experiment);
    }
  }

  @Override
  public void stop(Lane<?> lane) {
    stops++;
  }

  @Override
  public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
    return new Mailbox<>();
  }

  List<Experiment> asked() {
    return asked;
  }

  int stops() {
    return stops;
  }

  /// What the last that was asked for comes to.
  TrainingCourse answer() {
    return answer(asked.getLast());
  }

  static TrainingCourse answer(Experiment experiment) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      return run.go(_ -> {}, () -> false);
    }
  }
}
