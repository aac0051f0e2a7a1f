package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Computes [Moments] of many short rows at once, to the same bits as [LaneMoments]; one thread's
/// work space for it.
///
/// A row is a single chunk of [LaneChunks]. What is left over of all rows, and then one lane of all
/// rows after another, is joined in long loops.
final class ShortMoments {
  private static final int LANES = LaneChunks.LANES;

  /// The most rows at once.
  private static final int MOST_ROWS = 64;

  private final int length;
  private final int rest;
  private final int steps;
  private final int[] places;
  private final LaneChunks chunks;
  private final float[] column;
  private final float[] columnOfSquares;
  private final float[] means;
  private final float[] squares;

  /// @param length of a row
  /// @param most how many rows there will be at the most
  ShortMoments(int length, int most) {
    this.length = length;
    rest = length % LANES;
    steps = length / LANES;
    places = IntStream.range(0, most).toArray();
    chunks = new LaneChunks(most, steps);
    column = new float[most];
    columnOfSquares = new float[most];
    means = new float[most];
    squares = new float[most];
  }

  /// Whether rows of that length are a single chunk.
  static boolean areFor(int length) {
    return length > 0 && length / LANES <= LaneChunks.ROWS;
  }

  /// How many rows of that length to take at once.
  static int rowsAtOnce(int length) {
    return Math.clamp(HeapBlock.LENGTH / length, 1, MOST_ROWS);
  }

  /// Computes what [#means] and [#inverses] then hold, of rows that lie one after another.
  void compute(float[] block, int rows, double epsilon) {
    chunks.compute(MemorySegment.ofArray(block), 0, rows, length, steps, places);
    Arrays.fill(means, 0, rows, 0);
    Arrays.fill(squares, 0, rows, 0);
    for (int i = 0; i < rest; i++) {
      takeColumn(block, steps * LANES + i, length, column, rows);
      addLeftOver(column, means, squares, i + 1, rows);
    }
    int present = rest;
    for (int lane = 0; lane < LANES; lane++) {
      int both = present + steps;
      float share = both == 0 ? 0 : (float) steps / both;
      takeColumn(chunks.means(), lane, LANES, column, rows);
      takeColumn(chunks.squares(), lane, LANES, columnOfSquares, rows);
      addLane(column, columnOfSquares, means, squares, share, present, rows);
      present = both;
    }
    invert(squares, length, (float) epsilon, rows);
  }

  float[] means() {
    return means;
  }

  /// 1/√(variance + ε) of each row.
  float[] inverses() {
    return squares;
  }

  private static void takeColumn(float[] block, int from, int apart, float[] column, int rows) {
    for (int row = 0; row < rows; row++) {
      column[row] = block[from + row * apart];
    }
  }

  private static void addLeftOver(float[] x, float[] means, float[] squares, int number, int rows) {
    float divisor = number;
    for (int i = 0; i < rows; i++) {
      float delta = x[i] - means[i];
      float mean = means[i] + delta / divisor;
      means[i] = mean;
      squares[i] += delta * (x[i] - mean);
    }
  }

  private static void addLane(
      float[] laneMeans,
      float[] laneSquares,
      float[] means,
      float[] squares,
      float share,
      float present,
      int rows) {
    for (int i = 0; i < rows; i++) {
      // What PyTorch adds where it joins a lane to nothing: NaN if its square is infinite.
      float other = laneSquares[i] + laneMeans[i] * laneMeans[i] * 0f;
      float delta = laneMeans[i] - means[i];
      means[i] += share * delta;
      squares[i] += other + delta * delta * share * present;
    }
  }

  private static void invert(float[] squares, float count, float epsilon, int rows) {
    for (int i = 0; i < rows; i++) {
      float variance = Math.max(squares[i] / count, 0f);
      squares[i] = 1 / (float) Math.sqrt(variance + epsilon);
    }
  }
}
