package org.modescope.cli.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modescope.run.Trainer;
import org.modescope.run.TrainingRun;

/// What a training told, step by step and epoch by epoch.
public final class TrainingLog implements TrainingRun.Listener {
  private float[] losses = new float[1024];
  private int steps;
  private final List<Validation> validations = new ArrayList<>();

  /// What validation measured after an epoch.
  ///
  /// @param epoch counted from 1
  /// @param steps how many steps had been made
  public record Validation(int epoch, int steps, float evalLoss, float trainModeLoss) {}

  @Override
  public void stepped(int step, double loss) {
    if (steps == losses.length) {
      losses = Arrays.copyOf(losses, 2 * steps);
    }
    losses[steps] = (float) loss;
    steps++;
  }

  @Override
  public void validated(int epoch, Trainer.Losses measured) {
    validations.add(
        new Validation(
            epoch, steps, (float) measured.evalLoss(), (float) measured.trainModeLoss()));
  }

  /// How many steps were made.
  public int steps() {
    return steps;
  }

  /// A step's loss before its update; steps are counted from 0.
  public float loss(int step) {
    return losses[step];
  }

  public List<Validation> validations() {
    return List.copyOf(validations);
  }
}
