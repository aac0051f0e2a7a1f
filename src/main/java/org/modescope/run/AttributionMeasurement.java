package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Attribution;
import org.modescope.measure.AttributionStatus;
import org.modescope.measure.OutputAccumulator;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;

/// Measures how much of the output's variance each random layer causes, on copies of a net.
final class AttributionMeasurement {
  /// Passes whose draws the other layers keep, one after another.
  private static final int HELD_PASSES = 16;

  /// Passes for each of them; a first few are enough for a share to two digits.
  private static final int REDRAWS = 64;

  /// Multiply-adds beyond which nobody waits for the answer: some seconds on a slow machine.
  private static final double MOST_WORK = 4e9;

  private final LiveNet net;
  private final Tensor input;
  private final int blockLimit;

  /// @param blockLimit how many passes may be computed at once
  AttributionMeasurement(LiveNet net, Tensor input, int blockLimit) {
    this.net = net;
    this.input = input;
    this.blockLimit = blockLimit;
  }

  /// What was measured.
  record Result(AttributionStatus status, List<Attribution> shares) {
    static final Result NONE = new Result(AttributionStatus.NONE, List.of());

    Result {
      shares = List.copyOf(shares);
    }
  }

  /// What can be said without measuring; `TO_COME` where [#measure] has more to say.
  static Result foreseen(Experiment experiment) {
    List<PlacedLayer> random = RandomLayers.of(experiment);
    if (random.isEmpty()) {
      return Result.NONE;
    }
    if (random.size() == 1) {
      return new Result(
          AttributionStatus.MEASURED, List.of(new Attribution(random.getFirst().path(), 1)));
    }
    double work = (double) random.size() * HELD_PASSES * REDRAWS * PassWork.of(experiment);
    return new Result(
        work > MOST_WORK ? AttributionStatus.TOO_LARGE : AttributionStatus.TO_COME, List.of());
  }

  /// Measures every random layer of the net, on copies and with draws of copies: the net itself and
  /// what it draws next are left alone.
  ///
  /// @param stopped whether to give up
  Result measure(BooleanSupplier stopped) {
    List<PlacedLayer> random = RandomLayers.of(net.experiment());
    Generator held = net.generator().copy();
    Generator redrawn = Generator.seeded(held.random64());
    double[] variances = new double[random.size()];
    double sum = 0;
    for (int i = 0; i < variances.length; i++) {
      for (int pass = 0; pass < HELD_PASSES; pass++) {
        HeldDraws partly = new HeldDraws(random.get(i).path(), redrawn, held);
        if (stopped.getAsBoolean()) {
          return new Result(AttributionStatus.STOPPED, List.of());
        }
        variances[i] += variance(partly);
        held = partly.held();
      }
      sum += variances[i];
    }
    List<Attribution> shares = new ArrayList<>();
    for (int i = 0; i < variances.length; i++) {
      shares.add(new Attribution(random.get(i).path(), sum > 0 ? variances[i] / sum : 0));
    }
    return new Result(AttributionStatus.MEASURED, shares);
  }

  /// The mean over output elements of their variance over redraws.
  private double variance(HeldDraws draws) {
    return GradMode.NO_GRAD.call(
        () -> {
          try (Sequential copy = net.copy()) {
            OutputAccumulator sum = null;
            for (int made = 0; made < REDRAWS; made += blockLimit) {
              int count = Math.min(blockLimit, REDRAWS - made);
              draws.hold();
              sum = added(copy, Passes.of(made, count, draws), sum);
            }
            return Objects.requireNonNull(sum).meanVariance();
          }
        });
  }

  private OutputAccumulator added(
      Sequential copy, Passes block, @Nullable OutputAccumulator present) {
    try (Arena _ = Arena.open()) {
      Tensor output = copy.apply(input.forPasses(block.count()), block);
      OutputAccumulator sum = present == null ? new OutputAccumulator(output.shape()) : present;
      output.forEachPass(sum::add);
      return sum;
    }
  }
}
