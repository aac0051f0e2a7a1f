package org.modescope.run;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LabelledRows;
import org.modescope.measure.Refusals;
import org.modescope.measure.Score;
import org.modescope.nn.Draws;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Sends rows through a net batch by batch, in the mode that it is in, and adds up what it scores.
///
/// @param experiment whose net it is
/// @param function the loss, and what is right
/// @param batchSize rows per batch; a last short one is kept
/// @param stopped whether to give up, asked before each layer of each batch
/// @param probe watches the net
record Scoring(
    Experiment experiment,
    LossFunction function,
    int batchSize,
    BooleanSupplier stopped,
    Probe probe) {

  /// The same with nobody watching.
  Scoring unwatched() {
    return new Scoring(experiment, function, batchSize, stopped, Probe.NONE);
  }

  /// What was scored, and the sum of the losses of all batches.
  ///
  /// @param total empty where a batch was refused
  record Scored(Score score, OptionalDouble total) {}

  /// The score under `no_grad`.
  ///
  /// @return empty if it was stopped
  Optional<Score> take(Sequential net, LabelledRows rows, Draws draws, long pass) {
    return take(net, rows, draws, pass, GradMode.NO_GRAD, Tensor::close).map(Scored::score);
  }

  /// The score in a grad mode.
  ///
  /// @param pass the number of the pass, counted since the net was built
  /// @param eachLoss takes over the loss of each batch as it is made
  /// @return empty if it was stopped
  Optional<Scored> take(
      Sequential net,
      LabelledRows rows,
      Draws draws,
      long pass,
      GradMode gradMode,
      Consumer<Tensor> eachLoss) {
    Sum sum = new Sum();
    for (int[] batch : Batches.inOrder(rows.count(), batchSize)) {
      LabelledRows picked = rows.pick(batch);
      Passes passes = Passes.of(pass, 1, draws).watchedBy(new StopProbe(stopped, probe));
      StateDict before = net.buffers();
      try {
        Tensor loss =
            AllOrNothing.call(() -> gradMode.call(() -> scored(net, picked, passes, sum)));
        gradMode.run(() -> eachLoss.accept(loss));
      } catch (PassRefusedException refused) {
        Score leftOut = new Score.LeftOut(Refusals.explain(refused, experiment), batch.length);
        return Optional.of(new Scored(leftOut, OptionalDouble.empty()));
      } catch (PassStoppedException ended) {
        // A batch that got half-way through counts for nothing.
        net.loadBuffers(before);
        return Optional.empty();
      }
    }
    return Optional.of(new Scored(sum.score(), OptionalDouble.of(sum.total)));
  }

  private Tensor scored(Sequential net, LabelledRows batch, Passes passes, Sum sum) {
    try (Arena arena = Arena.open()) {
      Tensor output = net.apply(Tensor.input(batch.shape(), batch.values()), passes);
      Tensor loss = function.of(output, batch);
      sum.add(
          loss.values()[0], batch.count(), function.right(output, batch), function.answers(batch));
      return arena.keep(loss);
    }
  }

  private static final class Sum {
    private double total;
    private double weighted;
    private int rows;
    private int right;
    private int answers;
    private boolean hasRight = true;

    void add(double loss, int count, OptionalInt correct, int asked) {
      total += loss;
      weighted += loss * count;
      rows += count;
      right += correct.orElse(0);
      answers += asked;
      hasRight = hasRight && correct.isPresent();
    }

    Score score() {
      return new Score.Measured(
          weighted / rows, hasRight ? OptionalInt.of(right) : OptionalInt.empty(), answers);
    }
  }
}
