package org.modescope.nn;

import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;

/// Where random layers get their random factors from.
public interface Draws {

  /// The factor that a dropout layer multiplies its input by, for each pass of a block: 0 or 1/(1 −
  /// p).
  ///
  /// @param layer the layer's path
  /// @param shape the factor's shape in one pass
  /// @param p the probability of being zeroed, above 0 and below 1
  Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes);

  /// The slopes of a randomized ReLU, for each pass of a block.
  ///
  /// @param layer the layer's path
  /// @param shape the input's shape in one pass
  Tensor slopes(String layer, Shape shape, double lower, double upper, Passes passes);

  /// Draws that depend on a seed, the layer's path and the pass's number alone.
  static Draws seeded(long seed) {
    return new Seeded(RandomStream.of(seed).child("dropout"));
  }

  /// Draws from one stream per layer and pass.
  record Seeded(RandomStream root) implements Draws {
    @Override
    public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
      return DropoutMask.draw(shape, root.child(layer), passes.first(), passes.count(), p);
    }

    @Override
    public Tensor slopes(String layer, Shape shape, double lower, double upper, Passes passes) {
      return DropoutMask.slopes(
          shape, root.child(layer), passes.first(), passes.count(), lower, upper);
    }
  }
}
