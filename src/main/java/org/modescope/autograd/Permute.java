package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The same numbers with their axes in another order, as `x.permute(…)`. The gradient takes the old
/// order again. Keeps the order only.
///
/// Differs from PyTorch: the numbers are laid out anew here, where PyTorch only reads them in
/// another order. What is kept for backward counts as the memory that PyTorch reads. A change in
/// place behind it is a node of its own and leaves what was permuted as it was.
///
/// @param axes which axis comes where, counted from the front
record Permute(List<Integer> axes) implements Op {
  Permute {
    axes = List.copyOf(axes);
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    return read(operands.get(0), order());
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    int[] back = new int[axes.size()];
    for (int place = 0; place < back.length; place++) {
      back[axes.get(place)] = place;
    }
    return new @Nullable Array[] {copied(gradOutput, back, Storage.Role.VALUE, null)};
  }

  @Override
  public String torchName() {
    return "PermuteBackward0";
  }

  private int[] order() {
    return axes.stream().mapToInt(Integer::intValue).toArray();
  }

  /// An array with its axes in another order, which counts as the same memory.
  private static Array read(Array x, int[] order) {
    Array result = copied(x, order, x.storage().role(), x.storage());
    return result.with(Strides.permuted(x.strides(), x.shape(), order));
  }

  /// The same numbers, in memory of their own.
  ///
  /// @param source whose memory they count as; null if their own
  static Array copied(Array x, int[] order, Storage.Role role, @Nullable Storage source) {
    Shape shape = Shape.of(IntStream.of(order).map(x.shape()::size).toArray());
    int arrays = x.passStride() == 0 ? 1 : x.passes();
    long elements = shape.elements();
    Storage storage = new Storage(elements * arrays, role, source);
    long[] steps = new long[order.length];
    for (int place = 0; place < order.length; place++) {
      steps[place] = x.shape().last(x.shape().rank() - order[place] - 1).elements();
    }
    for (int array = 0; array < arrays; array++) {
      copy(x.floats(), x.offset(array), storage.floats(), array * elements, shape, steps);
    }
    return new Array(storage, shape, x.passes(), x.passStride() == 0 ? 0 : elements);
  }

  /// Walks the result in order, and the source in steps.
  private static void copy(
      MemorySegment source, long from, MemorySegment target, long to, Shape shape, long[] steps) {
    int rank = shape.rank();
    int[] place = new int[rank];
    long at = from;
    long elements = shape.elements();
    for (long i = 0; i < elements; i++) {
      target.setAtIndex(JAVA_FLOAT, to + i, source.getAtIndex(JAVA_FLOAT, at));
      for (int axis = rank - 1; axis >= 0; axis--) {
        at += steps[axis];
        place[axis]++;
        if (place[axis] < shape.size(axis)) {
          break;
        }
        at -= steps[axis] * place[axis];
        place[axis] = 0;
      }
    }
  }
}
