package org.modescope.nn;

import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;

/// Where random layers get their random factors from.
public interface Draws {

  /// The factor that a dropout layer multiplies its input by, for each pass of a block: 0 or 1/(1 −
  /// p).
  ///
  /// @param layer the layer's path
  /// @param shape the factor's shape in one pass
  /// @param p the probability of being zeroed, above 0 and below 1
  Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes);

  /// The same for each element of x, drawn in the order in which PyTorch has them in memory.
  default Tensor dropoutFactor(String layer, Tensor x, double p, Passes passes) {
    return x.fromMemoryOrder(dropoutFactor(layer, x.memoryShape(), p, passes));
  }

  /// The slopes of a randomized ReLU, for each pass of a block.
  ///
  /// @param layer the layer's path
  /// @param x the layer's input
  Tensor slopes(String layer, Tensor x, double lower, double upper, Passes passes);

  /// Draws from a fresh generator.
  static Draws seeded(long seed) {
    return new StreamDraws(Generator.seeded(seed));
  }
}
