package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Attribution;
import org.modescope.measure.OutputAccumulator;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;

/// Measures how much of the output's variance each random layer causes, on copies of a net.
final class AttributionMeasurement {
  /// Passes whose draws the other layers keep, one after another.
  private static final int HELD_PASSES = 16;

  /// Passes for each of them; a first few are enough for a share to two digits.
  private static final int REDRAWS = 64;

  private AttributionMeasurement() {}

  /// Measures every random layer of a net, on a copy: the net itself is left alone.
  ///
  /// @param pass the number of the first pass whose draws are held
  /// @param stopped whether to give up; then nothing is told
  static List<Attribution> measure(LiveNet net, Tensor input, long pass, BooleanSupplier stopped) {
    List<PlacedLayer> random = RandomLayers.of(net.experiment());
    if (random.size() < 2) {
      return random.stream().map(layer -> new Attribution(layer.path(), 1)).toList();
    }
    Draws draws = Draws.seeded(net.experiment().seed());
    double[] variances = new double[random.size()];
    double sum = 0;
    for (int i = 0; i < variances.length; i++) {
      for (int held = 0; held < HELD_PASSES; held++) {
        Draws partly = new HeldDraws(draws, random.get(i).path(), pass + held);
        if (stopped.getAsBoolean()) {
          return List.of();
        }
        variances[i] += variance(net, input, partly, pass + (long) held * REDRAWS);
      }
      sum += variances[i];
    }
    List<Attribution> shares = new ArrayList<>();
    for (int i = 0; i < variances.length; i++) {
      shares.add(new Attribution(random.get(i).path(), sum > 0 ? variances[i] / sum : 0));
    }
    return shares;
  }

  /// How many passes [#measure] makes for a net of so many random layers.
  static int passes(int randomLayers) {
    return randomLayers < 2 ? 0 : randomLayers * HELD_PASSES * REDRAWS;
  }

  /// The mean over output elements of their variance over redraws.
  private static double variance(LiveNet net, Tensor input, Draws draws, long firstPass) {
    return GradMode.NO_GRAD.call(
        () -> {
          try (Arena _ = Arena.open();
              Sequential copy = net.copy()) {
            Passes block = Passes.of(firstPass, REDRAWS, draws);
            Tensor output = copy.apply(input.forPasses(REDRAWS), block);
            OutputAccumulator accumulator = new OutputAccumulator(output.shape());
            output.forEachPass(accumulator::add);
            return accumulator.meanVariance();
          }
        });
  }

  /// Draws in which one layer draws anew on every pass and all others keep those of one pass.
  private record HeldDraws(Draws draws, String redrawn, long heldPass) implements Draws {
    @Override
    public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
      return draws.dropoutFactor(layer, shape, p, passesOf(layer, passes));
    }

    @Override
    public Tensor slopes(String layer, Shape shape, double lower, double upper, Passes passes) {
      return draws.slopes(layer, shape, lower, upper, passesOf(layer, passes));
    }

    private Passes passesOf(String layer, Passes passes) {
      return layer.equals(redrawn)
          ? passes
          : new Passes(heldPass, 1, passes.draws(), passes.probe());
    }
  }
}
