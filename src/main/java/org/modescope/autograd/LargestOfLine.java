package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// The largest of what each place of a pool sees of a line, where nobody asks where it was; ordered
/// as in [LargestPool].
///
/// What all places see first is taken from the line, then what they see next, and so on: each time
/// one long loop over whole numbers, compiled to vector instructions.
final class LargestOfLine implements PlaneLoop.Work {
  private static final int INFINITY = 0x7f800000;

  private final Spans columns;
  private final Array x;
  private final Array result;
  private final int window;
  private final int[] line;
  private final long[] pairs;
  private final int[] seen;
  private final int[] largest;
  private final int[] order;

  LargestOfLine(Spans columns, Array x, Array result) {
    this.columns = columns;
    this.x = x;
    this.result = result;
    window = columns.ends()[0] - columns.starts()[0];
    line = new int[x.shape().size(-1)];
    seen = new int[columns.places()];
    pairs = new long[stride(columns) == 2 ? seen.length : 0];
    largest = new int[seen.length];
    order = new int[seen.length];
  }

  /// Whether planes are single lines that a pool sees whole windows of, none of them in the
  /// padding.
  static boolean isFor(Planes planes, Spans rows, Spans columns) {
    if (planes.rows() != 1 || rows.places() != 1 || rows.ends()[0] <= rows.starts()[0]) {
      return false;
    }
    int places = columns.places();
    boolean isRegular = places > 0 && columns.step() == 1;
    for (int place = 0; isRegular && place < places; place++) {
      isRegular =
          columns.starts()[place] == columns.starts()[0] + place * stride(columns)
              && columns.ends()[place] - columns.starts()[place]
                  == columns.ends()[0] - columns.starts()[0]
              && columns.ends()[place] > columns.starts()[place];
    }
    return isRegular;
  }

  private static int stride(Spans columns) {
    return columns.places() < 2 ? 1 : columns.starts()[1] - columns.starts()[0];
  }

  @Override
  public void accept(int pass, int plane) {
    long from = (x.offset(pass) + (long) plane * line.length) * Float.BYTES;
    InPieces.copy(x.floats(), JAVA_INT, from, line, 0, line.length);
    int stride = stride(columns);
    take(line, columns.starts()[0], stride, largest);
    takeOrder(largest, order);
    for (int next = 1; next < window; next++) {
      take(line, columns.starts()[0] + next, stride, seen);
      takeLarger(seen, next, largest, order);
    }
    long to = (result.offset(pass) + (long) plane * largest.length) * Float.BYTES;
    InPieces.copy(largest, 0, result.floats(), JAVA_INT, to, largest.length);
  }

  private void take(int[] line, int first, int stride, int[] seen) {
    if (stride == 1) {
      System.arraycopy(line, first, seen, 0, seen.length);
    } else if (stride == 2 && first + 2 * seen.length <= line.length) {
      MemorySegment source = MemorySegment.ofArray(line);
      InPieces.copy(source, JAVA_LONG_UNALIGNED, first * 4L, pairs, 0, pairs.length);
      takeFirsts(pairs, seen);
    } else if (stride == 2 && first > 0) {
      MemorySegment source = MemorySegment.ofArray(line);
      InPieces.copy(source, JAVA_LONG_UNALIGNED, first * 4L - 4, pairs, 0, pairs.length);
      takeSeconds(pairs, seen);
    } else {
      takeEvery(line, first, stride, seen);
    }
  }

  /// Of numbers that lie side by side C2 takes every second one by vector instructions where they
  /// are read as one of 64 bits.
  private static void takeFirsts(long[] pairs, int[] seen) {
    for (int i = 0; i < seen.length; i++) {
      seen[i] = (int) pairs[i];
    }
  }

  private static void takeSeconds(long[] pairs, int[] seen) {
    for (int i = 0; i < seen.length; i++) {
      seen[i] = (int) (pairs[i] >>> 32);
    }
  }

  private static void takeEvery(int[] line, int first, int stride, int[] seen) {
    for (int i = 0; i < seen.length; i++) {
      seen[i] = line[first + i * stride];
    }
  }

  private static void takeOrder(int[] bits, int[] order) {
    for (int i = 0; i < order.length; i++) {
      order[i] = order(bits[i], 0);
    }
  }

  private static void takeLarger(int[] seen, int number, int[] largest, int[] order) {
    for (int i = 0; i < order.length; i++) {
      int before = order[i];
      int now = Math.max(before, order(seen[i], number));
      int difference = now ^ before;
      int isLarger = (difference | -difference) >> 31;
      order[i] = now;
      largest[i] = largest[i] & ~isLarger | seen[i] & isLarger;
    }
  }

  /// Larger for larger values, the same for 0 and −0; above all values for NaN, and of NaNs for the
  /// later.
  private static int order(int bits, int number) {
    int magnitude = bits & Integer.MAX_VALUE;
    int negative = bits >> 31;
    int isNaN = INFINITY - magnitude >> 31;
    int value = (magnitude ^ negative) - negative;
    return value & ~isNaN | INFINITY + 1 + number & isNaN;
  }
}
