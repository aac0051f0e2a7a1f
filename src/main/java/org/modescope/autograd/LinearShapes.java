package org.modescope.autograd;

import java.util.Arrays;
import java.util.Locale;
import org.modescope.autograd.Explanation.Key;

/// The shapes of a [LinearMap]: which fit, in the words in which PyTorch refuses the others, and
/// the matrices as which it keeps its operands.
final class LinearShapes {
  private LinearShapes() {}

  /// x as a matrix of rows, `[rows, in]`, in the same memory.
  static Array rows(Array x, Array weight) {
    int in = weight.shape().size(1);
    return x.reshaped(Shape.of(in == 0 ? 0 : x.size() / in, in));
  }

  /// W as PyTorch shows it, `[in, out]`, in the same memory.
  static Array transposed(Array weight) {
    return weight.reshaped(Shape.of(weight.shape().size(1), weight.shape().size(0)));
  }

  /// The transposed W once for every batch of rows, `[batches, in, out]`, in the same memory: it
  /// counts as many times as there are batches.
  static Array forEveryBatch(Array transposed, int batches) {
    return transposed.reshaped(
        Shape.of(batches, transposed.shape().size(0), transposed.shape().size(1)));
  }

  /// @throws TorchException if the last axis of x has not as many elements as a row of W
  static void check(Shape x, Shape weight) {
    if (x.rank() == 0) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "both arguments to linear need to be at least 1D, but they are 0D and 2D",
          Explanation.of(Key.LINEAR_OF_A_NUMBER));
    }
    int in = weight.size(1);
    int found = x.size(-1);
    if (found == in) {
      return;
    }
    throw new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        String.format(
            Locale.ROOT,
            "mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d)",
            x.elements() / Math.max(1, found),
            found,
            in,
            weight.size(0)),
        Explanation.of(
            Key.OTHER_FEATURES,
            "expected",
            in,
            "found",
            found,
            "shape",
            Arrays.toString(x.toArray())));
  }
}
