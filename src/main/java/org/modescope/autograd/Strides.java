package org.modescope.autograd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How far apart, in PyTorch's memory, neighbours along each axis lie where that is not row-major:
/// what `permute` makes, and elementwise operations hand on.
///
/// Kernels here read row-major memory only, so that these numbers decide nothing about values. They
/// decide what PyTorch would: whether a view is possible, whether a copy is made, and in which
/// order a mask is drawn.
final class Strides {
  private final long[] steps;

  private Strides(long[] steps) {
    this.steps = steps;
  }

  /// Those of an array whose axes are put in another order; null where that is row-major.
  ///
  /// @param strides of the array, null for row-major
  /// @param axes which axis comes where
  static @Nullable Strides permuted(@Nullable Strides strides, Shape shape, int[] axes) {
    long[] given = steps(strides, shape);
    long[] steps = IntStream.of(axes).mapToLong(axis -> given[axis]).toArray();
    int[] sizes = IntStream.of(axes).map(shape::size).toArray();
    return unlessRowMajor(steps, Shape.of(sizes));
  }

  /// Whether the same memory can be had in another shape of as many elements.
  boolean isViewable(Shape shape, Shape other) {
    return shape.elements() == 0 || viewSteps(shape, other) != null;
  }

  /// Those of the same memory in another shape that [#isViewable]; null where that is row-major.
  @Nullable Strides viewed(Shape shape, Shape other) {
    long[] found = viewSteps(shape, other);
    return found == null ? null : unlessRowMajor(found, other);
  }

  /// Axes that run on into one another form a chunk; each chunk has to be cut up by itself.
  private long @Nullable [] viewSteps(Shape shape, Shape other) {
    long[] found = new long[other.rank()];
    int axis = other.rank() - 1;
    int last = shape.rank() - 1;
    while (last >= 0) {
      int first = firstOfChunk(shape, last);
      long inChunk = 1;
      for (int each = first; each <= last; each++) {
        inChunk *= shape.size(each);
      }
      long inView = 1;
      while (axis >= 0 && (inView < inChunk || other.size(axis) == 1)) {
        found[axis] = inView * steps[last];
        inView *= other.size(axis);
        axis--;
      }
      if (inView != inChunk) {
        return null;
      }
      last = first - 1;
    }
    return found;
  }

  private int firstOfChunk(Shape shape, int last) {
    int first = last;
    long inChunk = shape.size(last);
    while (first > 0 && (shape.size(first - 1) == 1 || steps[first - 1] == inChunk * steps[last])) {
      first--;
      inChunk *= shape.size(first);
    }
    return first;
  }

  /// The order of axes in which the memory runs, slowest first.
  int[] order() {
    return IntStream.range(0, steps.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer axis) -> steps[axis]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Those that an operation over images gives a result whose argument has these: channels last
  /// stay last, and everything else becomes row-major.
  ///
  /// @param shape the argument's
  /// @param result the result's
  static @Nullable Strides ofImages(@Nullable Strides strides, Shape shape, Shape result) {
    int rank = shape.rank();
    int fewest = 4;
    int most = 5;
    if (strides == null || rank < fewest || rank > most || result.rank() != rank) {
      return null;
    }
    return Arrays.equals(strides.steps, channelsLast(shape))
        ? unlessRowMajor(channelsLast(result), result)
        : null;
  }

  private static long[] channelsLast(Shape shape) {
    long[] steps = new long[shape.rank()];
    long step = shape.size(1);
    steps[1] = 1;
    for (int axis = shape.rank() - 1; axis >= 2; axis--) {
      steps[axis] = step;
      step *= shape.size(axis);
    }
    steps[0] = step;
    return steps;
  }

  private static long[] steps(@Nullable Strides strides, Shape shape) {
    return strides == null ? rowMajor(shape) : strides.steps;
  }

  private static long[] rowMajor(Shape shape) {
    long[] steps = new long[shape.rank()];
    long step = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      steps[axis] = step;
      step *= Math.max(1, shape.size(axis));
    }
    return steps;
  }

  /// Axes of one element may have any step.
  private static @Nullable Strides unlessRowMajor(long[] steps, Shape shape) {
    long[] plain = rowMajor(shape);
    boolean isRowMajor =
        IntStream.range(0, steps.length)
            .allMatch(axis -> shape.size(axis) <= 1 || steps[axis] == plain[axis]);
    return isRowMajor || shape.elements() == 0 ? null : new Strides(steps);
  }
}
