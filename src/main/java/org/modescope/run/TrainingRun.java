package org.modescope.run;

import java.util.function.BooleanSupplier;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Training;
import org.modescope.nn.Draws;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// An experiment's training from its starting state, on the caller's thread.
public final class TrainingRun implements AutoCloseable {
  private final Training training;
  private final LiveNet live;
  private final Trainer trainer;
  private final Generator generator;

  /// Hears of each step and each epoch as it ends.
  public interface Listener {
    /// @param step counted from 0 over all epochs
    /// @param loss before the update
    default void stepped(int step, double loss) {}

    /// An epoch's validation was measured.
    ///
    /// @param epoch counted from 1
    default void validated(int epoch, Trainer.Losses losses) {}
  }

  /// @throws InvalidValueException if the experiment is not to be trained, or its targets do not
  ///   fit its rows
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments, or the net has
  ///   no parameters
  public TrainingRun(Experiment experiment) {
    training =
        experiment
            .training()
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "training", "", "the experiment has no training to run"));
    live = LiveNet.fresh(experiment);
    try {
      generator = live.afterParameters();
      trainer = new Trainer(experiment, training, live.net(), generator);
    } catch (RuntimeException refused) {
      live.close();
      throw refused;
    }
  }

  /// How many steps there are in all.
  public long steps() {
    return (long) training.epochs() * trainer.stepsPerEpoch();
  }

  /// The net's present state.
  public StateDict state() {
    return live.net().state();
  }

  /// Trains until all epochs are done or `stopped` says so.
  ///
  /// @return whether all epochs were done
  /// @throws org.modescope.nn.PassRefusedException if the net or the loss refuses a batch, or
  ///   nothing learns
  public boolean go(Listener listener, BooleanSupplier stopped) {
    Draws draws = new StreamDraws(generator);
    int step = 0;
    for (int epoch = 0; epoch < training.epochs(); epoch++) {
      for (int[] batch : trainer.nextEpoch()) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        listener.stepped(step, trainer.step(batch, draws));
        step++;
      }
      int ended = epoch + 1;
      trainer
          .validate(() -> new StreamDraws(generator.copy()))
          .ifPresent(losses -> listener.validated(ended, losses));
    }
    return true;
  }

  @Override
  public void close() {
    live.close();
  }
}
