package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Chunks of a run of elements, whose mean and sum of squared deviations are computed side by side;
/// one thread's work space for it.
///
/// A chunk is some rows of eight lanes, each with its own recurrence (B. Welford, 1962). Rows of
/// the same number are laid beside each other, so that one step of all recurrences is one long
/// loop, compiled to vector instructions.
final class LaneChunks {
  static final int LANES = 8;

  /// The most rows of a chunk.
  static final int ROWS = 16;

  private static final int ROW_BYTES = LANES * Float.BYTES;

  /// 1 divided by how many elements a lane has by then.
  private static final float[] RECIPROCALS = reciprocals();

  private final float[][] rows;
  private final MemorySegment[] inMemory;
  private final float[] means;
  private final float[] squares;

  /// For that many chunks of that many rows at the most.
  LaneChunks(int most, int mostRows) {
    rows = new float[mostRows][most * LANES];
    inMemory = new MemorySegment[mostRows];
    Arrays.setAll(inMemory, row -> MemorySegment.ofArray(rows[row]));
    means = new float[most * LANES];
    squares = new float[most * LANES];
  }

  /// Of each lane of each chunk.
  float[] means() {
    return means;
  }

  float[] squares() {
    return squares;
  }

  /// Computes both for chunks of so many rows.
  ///
  /// @param from the index of the first chunk's first element in the memory
  /// @param apart the elements from the beginning of one chunk to the next
  /// @param places where each chunk's lanes go
  void compute(MemorySegment x, long from, int chunks, long apart, int rowCount, int[] places) {
    for (int row = 0; row < rowCount; row++) {
      long start = (from + (long) row * LANES) * Float.BYTES;
      lay(x, start, apart * Float.BYTES, inMemory[row], chunks, places);
    }
    int width = chunks * LANES;
    Arrays.fill(means, 0, width, 0);
    Arrays.fill(squares, 0, width, 0);
    for (int row = 0; row < rowCount; row++) {
      step(rows[row], means, squares, RECIPROCALS[row], width);
    }
  }

  /// Copies one row of each chunk, two elements at a time.
  private static void lay(
      MemorySegment source, long from, long apart, MemorySegment target, int chunks, int[] places) {
    for (int chunk = 0; chunk < chunks; chunk++) {
      long at = from + chunk * apart;
      long to = (long) places[chunk] * ROW_BYTES;
      long first = source.get(JAVA_LONG_UNALIGNED, at);
      long second = source.get(JAVA_LONG_UNALIGNED, at + 8);
      long third = source.get(JAVA_LONG_UNALIGNED, at + 16);
      long fourth = source.get(JAVA_LONG_UNALIGNED, at + 24);
      target.set(JAVA_LONG_UNALIGNED, to, first);
      target.set(JAVA_LONG_UNALIGNED, to + 8, second);
      target.set(JAVA_LONG_UNALIGNED, to + 16, third);
      target.set(JAVA_LONG_UNALIGNED, to + 24, fourth);
    }
  }

  private static void step(float[] x, float[] means, float[] squares, float share, int width) {
    for (int i = 0; i < width; i++) {
      float delta = x[i] - means[i];
      float mean = means[i] + delta * share;
      means[i] = mean;
      squares[i] += delta * (x[i] - mean);
    }
  }

  private static float[] reciprocals() {
    float[] reciprocals = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      reciprocals[i] = 1f / (i + 1);
    }
    return reciprocals;
  }
}
