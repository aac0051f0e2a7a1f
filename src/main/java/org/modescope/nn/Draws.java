package org.modescope.nn;

import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;

/// Where random layers get their random factors from.
@FunctionalInterface
public interface Draws {

  /// The factor that a dropout layer multiplies its input by, for each pass of a block.
  ///
  /// @param layer the layer's path
  /// @param shape the factor's shape in one pass
  /// @param p the probability of being zeroed, above 0 and below 1
  Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes);

  /// Draws that depend on a seed, the layer's path and the pass's number alone.
  static Draws seeded(long seed) {
    RandomStream root = RandomStream.of(seed).child("dropout");
    return (layer, shape, p, passes) ->
        DropoutMask.draw(shape, root.child(layer), passes.first(), passes.count(), p);
  }
}
