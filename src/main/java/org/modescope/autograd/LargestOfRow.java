package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// The largest number of parts of a block. Belongs to one thread.
///
/// Numbers are compared as whole numbers in their order: of these C2 finds the largest by vector
/// instructions.
final class LargestOfRow {
  private final int[] bits;

  /// For parts of that many numbers at the most.
  LargestOfRow(int capacity) {
    bits = new int[capacity];
  }

  /// The largest from one place to before another; −∞ of none. NaN is above or below all numbers,
  /// depending on its sign.
  float of(float[] values, int from, int end) {
    int count = end - from;
    MemorySegment.copy(
        MemorySegment.ofArray(values),
        JAVA_INT_UNALIGNED,
        (long) from * Float.BYTES,
        bits,
        0,
        count);
    int largest = largest(bits, count);
    return count == 0 ? Float.NEGATIVE_INFINITY : Float.intBitsToFloat(order(largest));
  }

  private static int largest(int[] bits, int count) {
    int largest = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, order(bits[i]));
    }
    return largest;
  }

  /// A whole number that is larger for larger numbers; its own inverse.
  private static int order(int bits) {
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }
}
