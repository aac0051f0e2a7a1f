package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.measure.TrainingCourse.Validation;

/// Keeps what a training tells, and shows it several times a second.
final class TrainingLog implements TrainingRun.Listener {
  private final Experiment experiment;
  private final long steps;
  private final Consumer<TrainingCourse> tell;
  private final Pace pace = new Pace();
  private final List<Validation> validations = new ArrayList<>();

  /// Never written again below [#made], so that snapshots share it.
  private float[] losses = new float[1024];

  private int made;

  TrainingLog(Experiment experiment, long steps, Consumer<TrainingCourse> tell) {
    this.experiment = experiment;
    this.steps = steps;
    this.tell = tell;
  }

  @Override
  public void stepped(int step, double loss) {
    if (made == losses.length) {
      losses = Arrays.copyOf(losses, 2 * made);
    }
    losses[made] = (float) loss;
    made++;
    if (pace.isDue()) {
      tell.accept(course(Status.RUNNING, Optional.empty()));
    }
  }

  @Override
  public void validated(int epoch, Trainer.Losses measured) {
    validations.add(new Validation(epoch, made, measured.evalLoss(), measured.trainModeLoss()));
  }

  TrainingCourse course(Status status, Optional<Refusal> refusal) {
    return new TrainingCourse(
        experiment,
        status,
        steps,
        new Losses(losses, made),
        validations,
        refusal,
        Optional.empty());
  }
}
