package org.modescope.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.autograd.random.Generator;
import org.modescope.autograd.random.Shuffle;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.nn.Draws;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;
import org.modescope.nn.optim.Adam;
import org.modescope.nn.optim.Adam.Decay;
import org.modescope.nn.optim.Optimizer;
import org.modescope.nn.optim.Sgd;
import org.modescope.nn.optim.Sgd.Lookahead;

/// Trains a net step by step, and measures it on other rows in both modes without moving anything.
///
/// Dropout draws step by step, as passes do.
public final class Trainer {
  private final Experiment experiment;
  private final Training training;
  private final Sequential net;
  private final LabelledRows rows;
  private final Optional<LabelledRows> validation;
  private final Optimizer optimizer;
  private final Shuffle shuffle;
  private int stepsDone;

  /// What validation measured.
  ///
  /// @param evalLoss with every layer in eval mode
  /// @param trainModeLoss in the modes the net trains in, on the same rows
  public record Losses(double evalLoss, double trainModeLoss) {}

  /// @param net is trained in place; the caller closes it
  /// @param generator the experiment's, after the parameters: rows and targets without a seed of
  ///   their own are drawn from it here, then those of validation
  /// @throws InvalidValueException if targets do not fit their rows
  /// @throws PassRefusedException if the net has no parameters, or does not take the type of the
  ///   numbers that it is validated with
  public Trainer(Experiment experiment, Training training, Sequential net, Generator generator) {
    this.experiment = experiment;
    this.training = training;
    this.net = net;
    training.validation().ifPresent(held -> InputTypes.check(experiment, held.input()));
    this.rows = LabelledRows.of(experiment.input(), training.target(), training.loss(), generator);
    this.validation =
        training
            .validation()
            .map(held -> LabelledRows.of(held.input(), held.target(), training.loss(), generator));
    this.optimizer = optimizer(training.optimizer(), net.parameters().values());
    this.shuffle = new Shuffle(experiment.seed(), rows.count());
  }

  /// How many steps an epoch has.
  public int stepsPerEpoch() {
    return Math.ceilDiv(rows.count(), training.batchSize());
  }

  /// The rows of each step of the next epoch, in order.
  public int[][] nextEpoch() {
    int[] all =
        switch (training.order()) {
          case AS_GIVEN -> IntStream.range(0, rows.count()).toArray();
          case SHUFFLED -> shuffle.next();
        };
    return IntStream.range(0, stepsPerEpoch())
        .mapToObj(
            step -> {
              int from = step * training.batchSize();
              int to = Math.min(all.length, from + training.batchSize());
              return Arrays.copyOfRange(all, from, to);
            })
        .toArray(int[][]::new);
  }

  /// One step of training: forward, loss, backward, update.
  ///
  /// @return the loss before the update
  /// @throws PassRefusedException if the net or the loss refuses the batch, nothing learns, or the
  ///   experiment's grad mode records no graph
  public double step(int[] batch, Draws draws) {
    return AllOrNothing.call(() -> experiment.gradMode().call(() -> stepped(batch, draws)));
  }

  private double stepped(int[] batch, Draws draws) {
    try (Arena _ = Arena.open()) {
      optimizer.zeroGrad();
      Tensor loss = loss(net, rows.pick(batch), Passes.of(stepsDone, 1, draws));
      stepsDone++;
      double value = loss.values()[0];
      backward(loss);
      optimizer.step();
      return value;
    }
  }

  /// Measures the loss on the validation rows, taken as one batch, in both modes. A copy of the net
  /// is measured, so buffers, counters and random streams of the net itself are as before, bit for
  /// bit.
  ///
  /// @param draws what the random layers draw, anew for each of the two
  /// @throws PassRefusedException if the net or the loss refuses these rows
  public Optional<Losses> validate(Supplier<Draws> draws) {
    return validation.map(
        held -> AllOrNothing.call(() -> GradMode.NO_GRAD.call(() -> losses(held, draws))));
  }

  private Losses losses(LabelledRows held, Supplier<Draws> draws) {
    return new Losses(
        measure(held, Mode.EVAL, draws.get()), measure(held, Mode.TRAIN, draws.get()));
  }

  private double measure(LabelledRows held, Mode mode, Draws draws) {
    try (Arena _ = Arena.open();
        Sequential copy =
            NetworkBuilder.build(experiment.network(), experiment.mode(), net.state())) {
      if (mode == Mode.EVAL) {
        copy.eval();
      } else {
        copyModes(net, copy);
      }
      return loss(copy, held, Passes.of(stepsDone, 1, draws)).values()[0];
    }
  }

  private Tensor loss(Sequential measured, LabelledRows batch, Passes passes) {
    Tensor input = Tensor.input(batch.shape(), batch.values());
    Tensor output = measured.apply(input, passes);
    try {
      return switch (training.loss()) {
        case MSE -> output.meanSquaredError(Tensor.input(batch.targetShape(), batch.targets()));
        case CROSS_ENTROPY -> output.crossEntropy(batch.classes());
      };
    } catch (TorchException refused) {
      throw new PassRefusedException(training.loss().torchName(), refused);
    }
  }

  private static void backward(Tensor loss) {
    try {
      loss.backward();
    } catch (TorchException refused) {
      throw new PassRefusedException("backward", refused);
    }
  }

  private static void copyModes(Layer from, Layer to) {
    to.setMode(from.mode());
    for (int i = 0; i < from.children().size(); i++) {
      copyModes(from.children().get(i), to.children().get(i));
    }
  }

  private static Optimizer optimizer(Training.OptimizerSpec spec, Collection<Tensor> parameters) {
    try {
      return made(spec, parameters);
    } catch (TorchException refused) {
      throw new PassRefusedException("optimizer", refused);
    }
  }

  private static Optimizer made(Training.OptimizerSpec spec, Collection<Tensor> parameters) {
    return switch (spec) {
      case Training.Sgd sgd ->
          new Sgd(
              parameters,
              new Sgd.Options(
                  sgd.lr(),
                  sgd.momentum(),
                  sgd.weightDecay(),
                  sgd.nesterov() ? Lookahead.NESTEROV : Lookahead.NONE));
      case Training.Adam(double lr, double beta1, double beta2, double eps, double decay) ->
          new Adam(parameters, new Adam.Options(lr, beta1, beta2, eps, decay, Decay.GRADIENT));
      case Training.AdamW(double lr, double beta1, double beta2, double eps, double decay) ->
          new Adam(parameters, new Adam.Options(lr, beta1, beta2, eps, decay, Decay.WEIGHT));
    };
  }
}
