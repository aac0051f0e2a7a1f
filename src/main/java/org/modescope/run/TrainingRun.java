package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.StateDict;

/// An experiment's training from its starting state, on the caller's thread.
public final class TrainingRun implements AutoCloseable {
  private final Experiment asked;
  private final Experiment trained;
  private final Training training;
  private final LiveNet live;
  private final Generator generator;
  private final LabelledRows rows;
  private final Optional<LabelledRows> validation;
  private final Trainer trainer;

  /// @throws InvalidValueException if the experiment is not to be trained, its targets do not fit
  ///   its rows, or no batch is left of them
  /// @throws PassRefusedException if a layer refuses its arguments, the net has no parameters, or
  ///   it does not take the type of the numbers that it is validated with
  public TrainingRun(Experiment experiment) {
    this(experiment, () -> false);
  }

  /// The same, unless it is to stop before the net is drawn.
  ///
  /// @param stopped asked before each parameter
  /// @throws PassStoppedException if it said so
  TrainingRun(Experiment experiment, BooleanSupplier stopped) {
    asked = experiment;
    training =
        experiment
            .training()
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "training", "", "the experiment has no training to run"));
    training.checkBatches(experiment.input());
    trained =
        training.isForgotten(Forgotten.FROZEN_WITHOUT_EVAL)
            ? experiment.withNetwork(FrozenLayers.withoutModes(experiment.network()))
            : experiment;
    live = LiveNet.fresh(trained, stopped);
    try {
      training.validation().ifPresent(held -> InputTypes.check(trained, held.input()));
      generator = live.afterParameters();
      rows = LabelledRows.of(trained.input(), training.target(), training.loss(), generator);
      validation =
          training
              .validation()
              .map(held -> LabelledRows.ofValidation(held, trained.input(), training, generator));
      trainer = new Trainer(trained, training, live.net(), rows);
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

  /// Trains until all epochs are done, `stopped` says so, or the net, the loss, backward or the
  /// optimizer refuses. What was learned until then stands.
  ///
  /// @param tell is given several times a second what there is to show
  /// @return what there is to show in the end
  public TrainingCourse go(Consumer<TrainingCourse> tell, BooleanSupplier stopped) {
    return go(tell, stopped, System::nanoTime);
  }

  /// The same by a clock.
  ///
  /// @param clock in nanoseconds: how long there is after a stop for what is measured last
  TrainingCourse go(Consumer<TrainingCourse> tell, BooleanSupplier stopped, LongSupplier clock) {
    try (LoopVariables variables =
        new LoopVariables(training.isForgotten(Forgotten.TOTAL_PLUS_LOSS))) {
      return new TrainingLoop(this, variables, tell, new Grace(stopped, clock)).run();
    }
  }

  /// The experiment as it was asked for.
  Experiment asked() {
    return asked;
  }

  /// The experiment as it is trained: without the modes of their own that are forgotten.
  Experiment trained() {
    return trained;
  }

  Training training() {
    return training;
  }

  LiveNet live() {
    return live;
  }

  /// What random layers draw from.
  Generator generator() {
    return generator;
  }

  LabelledRows rows() {
    return rows;
  }

  Optional<LabelledRows> validation() {
    return validation;
  }

  Trainer trainer() {
    return trainer;
  }

  @Override
  public void close() {
    live.close();
  }
}
