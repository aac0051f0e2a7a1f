package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.autograd.TorchException;

/// What pooling layers refuse, in PyTorch's words and order.
final class Pooling {
  private Pooling() {}

  /// Which kind of pooling asks; PyTorch words some refusals differently.
  enum Kind {
    MAX,
    AVERAGE
  }

  static void check(Shape shape, Grid grid, Kind kind) {
    int rank = shape.rank();
    if (rank < 3 || rank > 4 && kind == Kind.MAX) {
      throw wrongRank(rank, kind);
    }
    if (grid.paddingHeight() > grid.height() / 2 || grid.paddingWidth() > grid.width() / 2) {
      boolean byHeight = grid.paddingHeight() > grid.height() / 2;
      throw refuse(
          String.format(
              Locale.ROOT,
              "pad should be at most half of effective kernel size, but got pad=%d, kernel_size=%d"
                  + " and dilation=1",
              byHeight ? grid.paddingHeight() : grid.paddingWidth(),
              byHeight ? grid.height() : grid.width()),
          Explanation.of(Key.WINDOW_IN_PADDING));
    }
    boolean isEmpty = false;
    for (int axis = rank - 3; axis < rank; axis++) {
      isEmpty = isEmpty || shape.size(axis) == 0;
    }
    if (rank > 4 || isEmpty) {
      throw refuse(
          "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:"
              + Arrays.toString(shape.toArray()),
          Explanation.of(Key.TAKES_IMAGES));
    }
    int outHeight = grid.outputHeight(shape.size(-2));
    int outWidth = grid.outputWidth(shape.size(-1));
    if (outHeight < 1 || outWidth < 1) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "Given input size: (%dx%dx%d). Calculated output size: (%dx%dx%d). Output size is too"
                  + " small",
              shape.size(-3),
              shape.size(-2),
              shape.size(-1),
              shape.size(-3),
              outHeight,
              outWidth),
          Explanation.of(Key.WINDOW_TOO_LARGE));
    }
  }

  private static TorchException wrongRank(int rank, Kind kind) {
    if (kind == Kind.MAX) {
      return refuse(
          "non-empty 3D or 4D (batch mode) tensor expected for input",
          Explanation.of(Key.TAKES_IMAGES));
    }
    return new TorchException(
        TorchException.Type.INDEX_ERROR,
        rank == 0
            ? "Dimension specified as -3 but tensor has no dimensions"
            : String.format(
                Locale.ROOT,
                "Dimension out of range (expected to be in range of [%d, %d], but got -3)",
                -rank,
                rank - 1),
        Explanation.of(Key.TAKES_IMAGES));
  }

  private static TorchException refuse(String message, Explanation explanation) {
    return new TorchException(TorchException.Type.RUNTIME_ERROR, message, explanation);
  }
}
