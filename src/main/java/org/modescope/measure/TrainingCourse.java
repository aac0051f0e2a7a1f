package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;

/// What a training has shown so far.
///
/// @param status whether it goes on
/// @param steps how many steps there are in all
/// @param losses the loss of each step that was made
/// @param validations what was measured after each epoch that has validation
/// @param refusal why the net or the loss refused a batch, if it did
/// @param fault why the program gave up, if it did
public record TrainingCourse(
    Experiment experiment,
    Status status,
    long steps,
    Losses losses,
    List<Validation> validations,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  public TrainingCourse {
    validations = List.copyOf(validations);
  }

  /// The loss of each step, before its update.
  ///
  /// @param values more than are known yet: the array grows into the next snapshot
  /// @param count how many are known
  public record Losses(float[] values, int count) {
    /// Before the first step.
    public static final Losses NONE = new Losses(new float[0], 0);

    /// A step's loss; steps are counted from 0.
    public float at(int step) {
      if (step >= count) {
        throw new IndexOutOfBoundsException("step " + step + " was not made");
      }
      return values[step];
    }
  }

  /// What validation measured after an epoch.
  ///
  /// @param epoch counted from 1
  /// @param steps how many steps had been made
  /// @param evalLoss with every layer in eval mode
  /// @param trainModeLoss in the modes the net trains in, on the same rows
  public record Validation(int epoch, int steps, double evalLoss, double trainModeLoss) {}

  @Override
  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning();
  }
}
