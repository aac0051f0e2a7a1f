package org.modescope.autograd;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The largest of what each place of a pool sees of a plane, and where in its plane it was. Of
/// equals the first counts; NaN counts as largest, and of several the last.
///
/// Elements are compared as whole numbers, without jumps, which could not be predicted. What a
/// place sees is a rectangle: the largest of its rows are found first, whole lines of the image at
/// a time in vector instructions, and of these the largest of its columns.
final class LargestPool implements PlaneLoop.Work {
  /// The bits of positive infinity: those of NaNs, without their sign, are larger.
  private static final int INFINITY = 0x7f800000;

  /// Where −∞ stands in the order of elements.
  private static final int LOWEST = -INFINITY;

  private static final int LOWEST_BITS = Float.floatToRawIntBits(Float.NEGATIVE_INFINITY);

  /// How many NaNs the order tells apart, less one.
  private static final int LAST_NAN = Integer.MAX_VALUE - INFINITY - 1;

  private final Spans rows;
  private final Spans columns;
  private final Array x;
  private final Array result;
  private final @Nullable Array indices;
  private final int width;
  private final int[] bits;
  private final int[] order;
  private final int[] ofNaNs;
  private final int[] seen;
  private final int[] largest;
  private final int[] lines;
  private final int[] found;
  private final long[] places;

  private LargestPool(Spans rows, Spans columns, Array x, Array result, @Nullable Array indices) {
    this.rows = rows;
    this.columns = columns;
    this.x = x;
    this.result = result;
    this.indices = indices;
    Planes planes = Planes.of(x.shape());
    width = planes.columns();
    bits = new int[Math.toIntExact(planes.size())];
    order = new int[bits.length];
    ofNaNs = new int[bits.length];
    Arrays.setAll(ofNaNs, i -> INFINITY + 1 + Math.min(i, LAST_NAN));
    seen = new int[width];
    largest = new int[width];
    lines = new int[width];
    found = new int[columns.places()];
    places = new long[columns.places()];
  }

  /// Pools every plane: the largest elements to `result`, their places to `indices`, if these are
  /// wanted.
  static void pool(Spans rows, Spans columns, Array x, Array result, @Nullable Array indices) {
    Planes planes = Planes.of(x.shape());
    boolean isOfLines = indices == null && LargestOfLine.isFor(planes, rows, columns);
    PlaneLoop.share(
        x.passes(),
        planes.count(),
        planes.size(),
        () ->
            isOfLines
                ? new LargestOfLine(columns, x, result)
                : new LargestPool(rows, columns, x, result, indices));
  }

  @Override
  public void accept(int pass, int plane) {
    long from = (x.offset(pass) + (long) plane * bits.length) * Float.BYTES;
    InPieces.copy(x.floats(), ValueLayout.JAVA_INT, from, bits, 0, bits.length);
    takeOrder(bits, order, ofNaNs);
    long to = (long) plane * rows.places() * columns.places();
    for (int row = 0; row < rows.places(); row++) {
      takeRows(rows.starts()[row], rows.ends()[row]);
      takeColumns(rows.starts()[row], rows.ends()[row]);
      write(pass, to);
      to += found.length;
    }
  }

  /// For every column the largest of the rows, and the line that it is in.
  private void takeRows(int first, int end) {
    if (first >= end) {
      return;
    }
    System.arraycopy(order, first * width, largest, 0, width);
    Arrays.fill(lines, first * width);
    for (int row = first + rows.step(); row < end; row += rows.step()) {
      // To the places that they meet first: only then C2 knows that they do not overlap.
      System.arraycopy(order, row * width, seen, 0, width);
      takeLarger(seen, row * width, largest, lines);
    }
  }

  /// By arithmetic only, so that it is compiled to vector instructions.
  private static void takeLarger(int[] seen, int line, int[] largest, int[] lines) {
    for (int i = 0; i < largest.length; i++) {
      int before = largest[i];
      int now = Math.max(before, seen[i]);
      int difference = now ^ before;
      int isLarger = (difference | -difference) >> 31;
      largest[i] = now;
      lines[i] = lines[i] & ~isLarger | line & isLarger;
    }
  }

  /// For every place the largest of its columns. One that lies in the padding found nothing that
  /// could be read.
  private void takeColumns(int firstRow, int endRow) {
    int step = columns.step();
    for (int place = 0; place < found.length; place++) {
      int first = columns.starts()[place];
      int end = firstRow < endRow ? columns.ends()[place] : first;
      long rank = rank(LOWEST, firstRow * width + first);
      for (int column = first; column < end; column += step) {
        rank = Math.max(rank, rank(largest[column], lines[column] + column));
      }
      int index = index(rank);
      found[place] = isLowest(rank) ? LOWEST_BITS : bits[index];
      places[place] = index;
    }
  }

  private void write(int pass, long to) {
    long target = (result.offset(pass) + to) * Float.BYTES;
    InPieces.copy(found, 0, result.floats(), ValueLayout.JAVA_INT, target, found.length);
    if (indices != null) {
      long at = (indices.offset(pass) + to) * Long.BYTES;
      InPieces.copy(places, 0, indices.floats(), ValueLayout.JAVA_LONG, at, places.length);
    }
  }

  /// Reads a plane's elements as whole numbers in their order: larger for larger values, the same
  /// for 0 and −0; of NaNs, which are above all values, larger for the later.
  private static void takeOrder(int[] bits, int[] order, int[] ofNaNs) {
    for (int i = 0; i < order.length; i++) {
      int magnitude = bits[i] & Integer.MAX_VALUE;
      int negative = bits[i] >> 31;
      int isNaN = INFINITY - magnitude >> 31;
      int value = (magnitude ^ negative) - negative;
      order[i] = value & ~isNaN | ofNaNs[i] & isNaN;
    }
  }

  /// A number that is larger for larger elements and, of equals, for the earlier.
  private static long rank(int order, int index) {
    return (long) order << 32 | Integer.MAX_VALUE - index;
  }

  private static int index(long rank) {
    return Integer.MAX_VALUE - (int) rank;
  }

  private static boolean isLowest(long rank) {
    return rank >> 32 == LOWEST;
  }
}
