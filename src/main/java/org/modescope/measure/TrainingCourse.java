package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.StateDict;

/// What a training has shown so far.
///
/// Arrays inside are never written again below their count, so that snapshots share them; readers
/// do not change them.
///
/// @param status whether it goes on
/// @param progress how far it is
/// @param losses the loss of each step that was made
/// @param validations what was measured before the first step (epoch 0) and after each epoch, where
///   there is validation
/// @param learnedRows what the net makes in eval mode of the rows that it learned from, after the
///   last step; empty until then, and where it was stopped and there was no time for it
/// @param drifts how running statistics moved, layer by layer in order of the net
/// @param held what the loop's variables kept alive
/// @param gradients of each layer that learns, in order of the net
/// @param stepMemory what one step holds in memory; empty until it is made
/// @param oldTask what the net makes of its old task, where the training says what that is; empty
///   until the training has ended by itself
/// @param diagnosis what was looked for after the last step; nothing until then, and of a training
///   that was stopped, what there was time for
/// @param trained the state that the training has come to, once it has ended
/// @param refusal why the net, the loss, backward or the optimizer refused, if one did
/// @param refusedStep the step at which that was, if it was at one
/// @param fault why the program gave up, if it did
public record TrainingCourse(
    Experiment experiment,
    Status status,
    Progress progress,
    Losses losses,
    List<Validation> validations,
    Optional<Score> learnedRows,
    List<StatisticsDrift> drifts,
    HeldMemory held,
    List<LayerGradients> gradients,
    Optional<StepMemory> stepMemory,
    Optional<OldTaskScores> oldTask,
    Diagnosis diagnosis,
    Optional<StateDict> trained,
    Optional<Refusal> refusal,
    Optional<RefusedStep> refusedStep,
    Optional<Fault> fault)
    implements Snapshot {

  public TrainingCourse {
    validations = List.copyOf(validations);
    drifts = List.copyOf(drifts);
    gradients = List.copyOf(gradients);
  }

  /// A training of which there is nothing to show but why it did not begin.
  public static TrainingCourse notBegun(
      Experiment experiment, Status status, Optional<Refusal> refusal, Optional<Fault> fault) {
    return new TrainingCourse(
        experiment,
        status,
        new Progress(0, 0, 0, 0),
        Losses.NONE,
        List.of(),
        Optional.empty(),
        List.of(),
        HeldMemory.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Diagnosis.NONE,
        Optional.empty(),
        refusal,
        Optional.empty(),
        fault);
  }

  /// How far a training is.
  ///
  /// @param epochs how many there are in all
  /// @param stepsPerEpoch how many steps each has
  /// @param stepsDone how many steps were made
  /// @param elapsedNanos how long that took, measurements included
  public record Progress(int epochs, int stepsPerEpoch, int stepsDone, long elapsedNanos) {
    /// How many steps there are in all.
    public long steps() {
      return (long) epochs * stepsPerEpoch;
    }

    /// How many epochs are done.
    public int epochsDone() {
      return stepsPerEpoch == 0 ? 0 : stepsDone / stepsPerEpoch;
    }

    /// The share of steps that are done, 0 to 1.
    public double share() {
      return steps() == 0 ? 0 : (double) stepsDone / steps();
    }

    /// How long the rest will take if it goes on as before; empty before there is a step to go by.
    public OptionalLong nanosLeft() {
      return stepsDone == 0
          ? OptionalLong.empty()
          : OptionalLong.of(Math.round((double) elapsedNanos / stepsDone * (steps() - stepsDone)));
    }
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

    /// The mean over some steps; NaN where there is none.
    ///
    /// @param from the first of them, counted from 0
    /// @param to the one after the last
    public double mean(int from, int to) {
      double sum = 0;
      for (int step = from; step < to; step++) {
        sum += at(step);
      }
      return sum / (to - from);
    }
  }

  /// What validation measured: on copies, but for what the loop itself does with a line forgotten.
  ///
  /// @param epoch counted from 1; 0 before the first step
  /// @param steps how many steps had been made
  /// @param eval with every layer in eval mode
  /// @param trainMode by mistake, in the modes that the net trains in, on the same rows; where the
  ///   loop forgets `net.eval()` it is the loop that made it, on the net itself
  /// @param reported what the loop's own `total` came to: the sum of the losses of its batches, in
  ///   the mode that the net was in; empty for epoch 0 and where a batch was refused
  public record Validation(
      int epoch, int steps, Score eval, Score trainMode, OptionalDouble reported) {}

  /// The step at which a training was refused.
  ///
  /// @param epoch counted from 1
  /// @param stepOfEpoch counted from 1
  /// @param rows which rows of the input its batch has, counted from 0
  /// @param isLastBatch whether it is the short one at the end of the epoch, which `drop_last`
  ///   would leave out
  public record RefusedStep(int epoch, int stepOfEpoch, int[] rows, boolean isLastBatch) {}

  /// The mean training loss of the last epoch that has a step; empty before the first. A train-mode
  /// figure, and from before each update.
  public OptionalDouble lastEpochLoss() {
    int perEpoch = progress.stepsPerEpoch();
    if (losses.count() == 0 || perEpoch == 0) {
      return OptionalDouble.empty();
    }
    int from = (losses.count() - 1) / perEpoch * perEpoch;
    return OptionalDouble.of(losses.mean(from, losses.count()));
  }

  @Override
  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning();
  }
}
