package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// Draws the factor that dropout multiplies by: 0 with probability p, otherwise 1/(1 − p).
///
/// The random numbers of a pass depend on its stream alone, so a mask is the same whatever the
/// block a pass is computed in. p is met to 2⁻²⁴.
public final class DropoutMask {
  /// How far below 0 alpha dropout drops to before it scales: the product of SELU's scale and
  /// alpha.
  static final double SELU_SATURATION = 1.7580993408473766;

  private static final int BITS = 24;
  private static final int MASK = (1 << BITS) - 1;

  private DropoutMask() {}

  /// What alpha dropout multiplies the elements by that stay, so that mean 0 and variance 1 stay as
  /// well once it has added its shift.
  ///
  /// @param p the probability of being dropped, below 1
  public static double alphaScale(double p) {
    return 1 / Math.sqrt((SELU_SATURATION * SELU_SATURATION * p + 1) * (1 - p));
  }

  /// Masks for some passes, each of the given shape.
  ///
  /// @param layer the layer's stream; pass number i draws from its child i
  /// @param firstPass the number of the first pass
  /// @param p the probability of being zeroed, below 1
  public static Tensor draw(Shape shape, RandomStream layer, long firstPass, int passes, double p) {
    Array mask = Array.allocate(shape, passes, Storage.Role.MASK);
    int threshold = (int) Math.round(p * (1 << BITS));
    float survivor = (float) (1 / (1 - p));
    for (int pass = 0; pass < passes; pass++) {
      fill(mask, pass, layer.child(firstPass + pass), threshold, survivor);
    }
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(mask));
  }

  /// The mask for p = 1, which PyTorch makes a scalar: everything is multiplied by 0, so NaN stays
  /// NaN.
  public static Tensor zero(int passes) {
    Array zero = Array.allocate(Shape.of(), passes, Storage.Role.MASK);
    zero.storage().fill(0);
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(zero));
  }

  /// Slopes for a randomized ReLU, uniform between two bounds, for some passes.
  public static Tensor slopes(
      Shape shape, RandomStream layer, long firstPass, int passes, double lower, double upper) {
    Array slopes = Array.allocate(shape, passes, Storage.Role.MASK);
    for (int pass = 0; pass < passes; pass++) {
      RandomStream stream = layer.child(firstPass + pass);
      for (int i = 0; i < slopes.size(); i++) {
        double slope = lower + (upper - lower) * stream.uniform(i);
        slopes.put(slopes.offset(pass) + i, (float) slope);
      }
    }
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(slopes));
  }

  /// Masks that were drawn elsewhere, one per pass.
  public static Tensor of(Shape shape, float[]... masks) {
    Array mask = Array.allocate(shape, masks.length, Storage.Role.MASK);
    for (int pass = 0; pass < masks.length; pass++) {
      mask.copyFrom(pass, masks[pass]);
    }
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(mask));
  }

  private static void fill(
      Array mask, int pass, RandomStream stream, int threshold, float survivor) {
    MemorySegment target = mask.floats();
    long from = mask.offset(pass);
    int size = mask.size();
    int pairs = size / 2;
    for (int pair = 0; pair < pairs; pair++) {
      long bits = stream.bits(pair);
      long element = from + 2L * pair;
      target.setAtIndex(JAVA_FLOAT, element, factor(bits >>> (64 - BITS), threshold, survivor));
      target.setAtIndex(JAVA_FLOAT, element + 1, factor(bits >>> BITS, threshold, survivor));
    }
    if (size % 2 == 1) {
      long bits = stream.bits(pairs);
      target.setAtIndex(
          JAVA_FLOAT, from + size - 1, factor(bits >>> (64 - BITS), threshold, survivor));
    }
  }

  private static float factor(long bits, int threshold, float survivor) {
    return (int) (bits & MASK) < threshold ? 0f : survivor;
  }
}
