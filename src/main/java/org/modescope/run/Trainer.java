package org.modescope.run;

import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.measure.Score;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.optim.Optimizer;

/// Trains a net step by step.
///
/// Dropout draws step by step, as passes do.
public final class Trainer {
  private final Experiment experiment;
  private final Training training;
  private final Sequential net;
  private final LabelledRows rows;
  private final LossFunction function;
  private final Optimizer optimizer;
  private final Batches batches;
  private int stepsDone;

  /// @param net is trained in place; the caller closes it
  /// @param rows what it learns from
  /// @throws PassRefusedException if the net has no parameters
  public Trainer(Experiment experiment, Training training, Sequential net, LabelledRows rows) {
    this.experiment = experiment;
    this.training = training;
    this.net = net;
    this.rows = rows;
    this.function = new LossFunction(training.loss());
    this.optimizer = Optimizers.make(training.optimizer(), net.parameters().values());
    this.batches = new Batches(training, rows.count(), experiment.seed());
  }

  /// How many steps an epoch has.
  public int stepsPerEpoch() {
    return batches.perEpoch();
  }

  /// How many steps were made.
  int stepsDone() {
    return stepsDone;
  }

  /// The rows of each step of the next epoch, in order.
  public int[][] nextEpoch() {
    return batches.next();
  }

  /// One step of training: forward, loss, backward, and at the end of a group of accumulated steps
  /// the update.
  ///
  /// @return the loss before the update
  /// @throws PassRefusedException if the net or the loss refuses the batch, nothing learns, or the
  ///   experiment's grad mode records no graph
  public double step(int[] batch, Draws draws) {
    try (Tensor loss = step(batch, draws, StepWatch.NONE)) {
      return loss.values()[0];
    }
  }

  /// The same, watched.
  ///
  /// @return the loss, whose graph backward has emptied; the caller closes it
  Tensor step(int[] batch, Draws draws, StepWatch watch) {
    return AllOrNothing.call(() -> experiment.gradMode().call(() -> stepped(batch, draws, watch)));
  }

  /// A watch of the memory of one step of this training.
  MemoryWatch memoryWatch() {
    return new MemoryWatch(net, optimizer, measuredStep());
  }

  /// The step whose memory is measured, counted from 1: the first of the second group of
  /// accumulated steps, where there is one.
  int measuredStep() {
    int second = Math.min(training.accumulate(), stepsPerEpoch()) + 1;
    return second <= (long) training.epochs() * stepsPerEpoch() ? second : 1;
  }

  /// What the net scores on other rows, measured on a copy of it.
  ///
  /// @param mode eval for every layer; or train for the modes that the net trains in
  /// @param draws what random layers draw
  public Score scored(LabelledRows held, Mode mode, Draws draws) {
    Scoring scoring =
        new Scoring(experiment, function, training.batchSize(), () -> false, Probe.NONE);
    return new CopyScores(experiment, scoring)
        .of(net.state(), held, mode, draws, stepsDone)
        .orElseThrow();
  }

  private Tensor stepped(int[] batch, Draws draws, StepWatch watch) {
    try (Arena arena = Arena.open()) {
      watch.began();
      if (stepInGroup() == 0 && !training.isForgotten(Forgotten.NO_ZERO_GRAD)) {
        optimizer.zeroGrad();
        watch.zeroed();
      }
      LabelledRows picked = rows.pick(batch);
      Passes passes = Passes.of(stepsDone, 1, draws).watchedBy(watch.forward());
      Tensor output = net.apply(Tensor.input(picked.shape(), picked.values()), passes);
      Tensor loss = function.of(output, picked);
      watch.computed(loss);
      boolean endsGroup = endsGroup();
      stepsDone++;
      backward(loss, watch);
      if (endsGroup) {
        watch.update(stepsDone, optimizer::step);
      }
      return arena.keep(loss);
    }
  }

  private int stepInGroup() {
    return stepsDone % stepsPerEpoch() % training.accumulate();
  }

  /// Whether the step at hand is the last of a group; the last, shorter group of an epoch counts.
  private boolean endsGroup() {
    boolean endsEpoch = (stepsDone + 1) % stepsPerEpoch() == 0;
    return endsEpoch || stepInGroup() + 1 == training.accumulate();
  }

  private static void backward(Tensor loss, StepWatch watch) {
    try {
      loss.backward((node, _) -> watch.wentBack(loss, node));
    } catch (TorchException refused) {
      throw new PassRefusedException("backward", refused);
    }
  }
}
