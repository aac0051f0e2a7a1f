package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.modescope.autograd.Arena;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;

/// A net drawn from all layer types, each layer fitting what the one before it hands on.
///
/// @param seed what everything was drawn from; fewer layers of the same seed are its beginning
public record RandomNet(long seed, Shape input, List<LayerSpec> layers) {
  /// So many elements make a pass long enough.
  private static final long MOST_ELEMENTS = 1500;

  private static final int MOST_LAYERS = 7;

  /// Small nets on batches of images, of sequences and of rows.
  public static Arbitrary<RandomNet> small() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, MOST_LAYERS))
        .as(RandomNet::draw);
  }

  /// The values that go in, which are normal.
  float[] inputValues() {
    return InputValues.of(
        new InputSpec.Drawn(input, InputSpec.Distribution.NORMAL, seed), Generator.seeded(0));
  }

  /// A fresh net; the caller closes it.
  public Sequential build(Mode mode) {
    return NetworkBuilder.build(layers, mode, seed);
  }

  /// The net of a seed.
  public static RandomNet draw(long seed, int count) {
    Dice dice = new Dice(RandomStream.of(seed));
    Shape input =
        switch (dice.below(4)) {
          case 0 -> Shape.of(dice.from(2, 5), dice.from(2, 9));
          case 1 -> Shape.of(dice.from(1, 3), dice.from(2, 4), dice.from(3, 7));
          case 2 -> Shape.of(dice.from(2, 3), dice.from(1, 3), 2, dice.from(2, 3), 3);
          default -> Shape.of(dice.from(1, 3), dice.from(1, 4), dice.from(3, 8), dice.from(3, 8));
        };
    RandomLayer layers = new RandomLayer(dice, List.of(LayerType.values()));
    return new RandomNet(seed, input, layers.chain("layer", input, count));
  }

  /// What a layer makes of a shape; empty if it refuses it, in train mode at least.
  static Optional<Shape> outputOf(LayerSpec layer, Shape input) {
    try (Arena _ = Arena.open();
        Sequential net = NetworkBuilder.build(List.of(layer), Mode.TRAIN, 0)) {
      Tensor x = Tensor.input(input, new float[(int) input.elements()]);
      Shape output = net.apply(x, Passes.of(0, 1, Draws.seeded(0))).shape();
      return Optional.of(output).filter(shape -> shape.elements() <= MOST_ELEMENTS);
    } catch (PassRefusedException | TorchException refused) {
      return Optional.empty();
    }
  }

  /// Numbers out of a stream, one after another.
  static final class Dice {
    private final RandomStream stream;
    private long thrown;

    Dice(RandomStream stream) {
      this.stream = stream;
    }

    /// From 0 to below a bound.
    int below(int bound) {
      return (int) (stream.uniform(thrown++) * bound);
    }

    /// Both ends included.
    int from(int least, int most) {
      return least + below(most - least + 1);
    }

    boolean oneIn(int many) {
      return below(many) == 0;
    }

    <T> List<T> shuffled(List<T> all) {
      List<T> left = new ArrayList<>(all);
      List<T> shuffled = new ArrayList<>();
      while (!left.isEmpty()) {
        shuffled.add(left.remove(below(left.size())));
      }
      return shuffled;
    }

    <T> T of(List<T> choices) {
      return choices.get(below(choices.size()));
    }
  }
}
