package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Computes [Moments] of runs of consecutive elements; one thread's work space for it.
///
/// Element i belongs to lane i mod 8. Each lane takes its elements in chunks of 16 by Welford's
/// recurrence; chunks are joined as in a binary counter, then lanes one after another to what is
/// left over. The lanes of a chunk are independent, so their additions overlap.
final class LaneMoments {
  private static final int LANES = 8;
  private static final int HALF = LANES / 2;
  private static final int ROWS = 16;

  /// Enough for 2³¹ elements.
  private static final int LEVELS = 26;

  /// 1 divided by how many elements a lane has by then.
  private static final float[] RECIPROCALS = reciprocals();

  private final float[] block = new float[HeapBlock.LENGTH];
  private final float[] partMeans = new float[LANES];
  private final float[] partSquares = new float[LANES];
  private final float[] means = new float[LEVELS * LANES];
  private final float[] squares = new float[LEVELS * LANES];
  private final int[] counts = new int[LEVELS];

  /// The moments of `count` elements from one on, by its index in the storage.
  Moments of(Array x, long from, int count, double epsilon) {
    int inLanes = count / LANES * LANES;
    int chunks = Math.ceilDiv(inLanes, LANES * ROWS);
    int depth = chunks <= 1 ? 1 : 33 - Integer.numberOfLeadingZeros(chunks - 1);
    Arrays.fill(means, 0, depth * LANES, 0);
    Arrays.fill(squares, 0, depth * LANES, 0);
    Arrays.fill(counts, 0, depth, 0);
    for (int done = 0; done < inLanes; done += block.length) {
      int length = Math.min(block.length, inLanes - done);
      read(x, from + done, length);
      for (int at = 0; at < length; at += LANES * ROWS) {
        addChunk(at, Math.min(ROWS, (length - at) / LANES), (done + at) / (LANES * ROWS), depth);
      }
    }
    for (int level = 1; level < depth; level++) {
      join(0, means, squares, level * LANES, counts[level]);
    }
    read(x, from + inLanes, count - inLanes);
    return total(count, count - inLanes, epsilon);
  }

  private void read(Array x, long from, int count) {
    MemorySegment.copy(x.floats(), JAVA_FLOAT, from * Float.BYTES, block, 0, count);
  }

  private void addChunk(int at, int rows, int chunk, int depth) {
    halfChunk(block, at, rows, partMeans, partSquares, 0);
    halfChunk(block, at + HALF, rows, partMeans, partSquares, HALF);
    join(0, partMeans, partSquares, 0, rows);
    for (int level = 1, mask = chunk + 1; level < depth && mask % 2 == 0; level++, mask /= 2) {
      int below = (level - 1) * LANES;
      join(level, means, squares, below, counts[level - 1]);
      Arrays.fill(means, below, below + LANES, 0);
      Arrays.fill(squares, below, below + LANES, 0);
      counts[level - 1] = 0;
    }
  }

  /// Welford's recurrence for four neighbouring lanes, side by side.
  private static void halfChunk(
      float[] x, int from, int rows, float[] means, float[] squares, int lane) {
    float mean0 = 0;
    float mean1 = 0;
    float mean2 = 0;
    float mean3 = 0;
    float squares0 = 0;
    float squares1 = 0;
    float squares2 = 0;
    float squares3 = 0;
    for (int row = 0; row < rows; row++) {
      int at = from + row * LANES;
      float share = RECIPROCALS[row];
      float delta0 = x[at] - mean0;
      float delta1 = x[at + 1] - mean1;
      float delta2 = x[at + 2] - mean2;
      float delta3 = x[at + 3] - mean3;
      mean0 += delta0 * share;
      mean1 += delta1 * share;
      mean2 += delta2 * share;
      mean3 += delta3 * share;
      squares0 += delta0 * (x[at] - mean0);
      squares1 += delta1 * (x[at + 1] - mean1);
      squares2 += delta2 * (x[at + 2] - mean2);
      squares3 += delta3 * (x[at + 3] - mean3);
    }
    means[lane] = mean0;
    means[lane + 1] = mean1;
    means[lane + 2] = mean2;
    means[lane + 3] = mean3;
    squares[lane] = squares0;
    squares[lane + 1] = squares1;
    squares[lane + 2] = squares2;
    squares[lane + 3] = squares3;
  }

  /// Joins to each lane of a level what other elements have come to (T. Chan et al., 1979).
  private void join(int level, float[] otherMeans, float[] otherSquares, int from, int count) {
    int present = counts[level];
    int both = present + count;
    float share = both == 0 ? 0 : (float) count / both;
    for (int lane = 0; lane < LANES; lane++) {
      int to = level * LANES + lane;
      float delta = otherMeans[from + lane] - means[to];
      means[to] += share * delta;
      squares[to] += otherSquares[from + lane] + delta * delta * share * present;
    }
    counts[level] = both;
  }

  /// What is left over and lies in the block, and then the lanes.
  private Moments total(int count, int rest, double epsilon) {
    float mean = 0;
    float square = 0;
    for (int i = 0; i < rest; i++) {
      float delta = block[i] - mean;
      mean += delta / (i + 1);
      square += delta * (block[i] - mean);
    }
    int present = rest;
    for (int lane = 0; lane < LANES; lane++) {
      int both = present + counts[0];
      float share = both == 0 ? 0 : (float) counts[0] / both;
      float delta = means[lane] - mean;
      mean += share * delta;
      square += squares[lane] + delta * delta * share * present;
      present = both;
    }
    float variance = Math.max(square / count, 0);
    return new Moments(mean, 1 / (float) Math.sqrt(variance + (float) epsilon));
  }

  private static float[] reciprocals() {
    float[] reciprocals = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      reciprocals[i] = 1f / (i + 1);
    }
    return reciprocals;
  }
}
