package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.modescope.autograd.random.Generator;
import org.modescope.autograd.random.Trials;

/// Draws the factor that dropout multiplies by: 0 with probability p, otherwise 1/(1 − p); element
/// by element in row-major order, as PyTorch draws it.
public final class DropoutMask {
  /// How far below 0 alpha dropout drops to before it scales: the product of SELU's scale and
  /// alpha.
  public static final double SELU_SATURATION = 1.7580993408473766;

  /// Masks go through the heap in pieces that stay in the fastest cache.
  private static final int PIECE = 960;

  private DropoutMask() {}

  /// What alpha dropout multiplies the elements by that stay, so that mean 0 and variance 1 stay as
  /// well once it has added its shift.
  ///
  /// @param p the probability of being dropped, below 1
  public static double alphaScale(double p) {
    return 1 / Math.sqrt((SELU_SATURATION * SELU_SATURATION * p + 1) * (1 - p));
  }

  /// Masks for some passes, each of the given shape, drawn one after another.
  ///
  /// @param p the probability of being zeroed, above 0 and below 1
  public static Tensor draw(Shape shape, double p, int passes, Generator generator) {
    Tensor mask = undrawn(shape, passes);
    for (int pass = 0; pass < passes; pass++) {
      draw(mask, pass, p, generator);
    }
    return mask;
  }

  /// Room for masks that are drawn later, pass by pass.
  public static Tensor undrawn(Shape shape, int passes) {
    Array mask = Array.allocate(shape, passes, Storage.Role.MASK);
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(mask));
  }

  /// Draws one pass's mask.
  ///
  /// @param mask what [#undrawn] made
  /// @param p the probability of being zeroed, above 0 and below 1
  public static void draw(Tensor mask, int pass, double p, Generator generator) {
    Array array = mask.array();
    MemorySegment target = array.floats();
    long from = array.offset(pass);
    int size = array.size();
    float survivor = 1 / (float) (1 - p);
    Trials trials = generator.trials(1 - p);
    int[] piece = new int[Math.min(size, PIECE)];
    for (int done = 0; done < size; done += piece.length) {
      int count = Math.min(piece.length, size - done);
      trials.fill(piece, count, survivor);
      MemorySegment.copy(piece, 0, target, JAVA_INT, (from + done) * Float.BYTES, count);
    }
  }

  /// The mask for p = 1, which PyTorch makes a scalar: everything is multiplied by 0, so NaN stays
  /// NaN.
  public static Tensor zero(int passes) {
    Array zero = Array.allocate(Shape.of(), passes, Storage.Role.MASK);
    zero.storage().fill(0);
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(zero));
  }

  /// Masks that were drawn elsewhere, one per pass.
  public static Tensor of(Shape shape, float[]... masks) {
    Array mask = Array.allocate(shape, masks.length, Storage.Role.MASK);
    for (int pass = 0; pass < masks.length; pass++) {
      mask.copyFrom(pass, masks[pass]);
    }
    return GradMode.NO_GRAD.call(() -> Tensor.leaf(mask));
  }
}
