package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Computes [Moments] of runs of consecutive elements; one thread's work space for it.
///
/// Element i belongs to lane i mod 8. Each lane takes its elements in chunks of 16 by Welford's
/// recurrence; chunks are joined as in a binary counter, then lanes one after another to what is
/// left over. [LaneChunks] and [LaneTree] do so for many chunks side by side.
final class LaneMoments {

  private static final int LANES = LaneChunks.LANES;
  private static final int ROWS = LaneChunks.ROWS;
  private static final int CHUNK = LANES * ROWS;

  /// Enough for 2³¹ elements.
  private static final int LEVELS = 26;

  /// One chunk after another.
  private static final int[] IN_ORDER = IntStream.range(0, LaneTree.CHUNKS).toArray();

  private final LaneChunks chunks = new LaneChunks(LaneTree.CHUNKS, ROWS);
  private final LaneTree tree = new LaneTree();
  private final float[] staged = new float[LaneTree.CHUNKS * CHUNK];
  private final MemorySegment stagedInMemory = MemorySegment.ofArray(staged);
  private final float[] rest = new float[LANES];
  private final float[] means = new float[LEVELS * LANES];
  private final float[] squares = new float[LEVELS * LANES];
  private final int[] counts = new int[LEVELS];
  private int depth;

  /// The moments of `count` elements from one on, by its index in the storage.
  Moments of(Array x, long from, int count, double epsilon) {
    int inLanes = count / LANES * LANES;
    clear(Math.ceilDiv(inLanes, CHUNK));
    int done = 0;
    for (; done + LaneTree.CHUNKS * CHUNK <= inLanes; done += LaneTree.CHUNKS * CHUNK) {
      addTree(x, from + done, done / (LaneTree.CHUNKS * CHUNK));
    }
    int whole = (inLanes - done) / CHUNK;
    addChunks(x, from + done, whole, ROWS, done / CHUNK);
    done += whole * CHUNK;
    if (done < inLanes) {
      addChunks(x, from + done, 1, (inLanes - done) / LANES, done / CHUNK);
    }
    for (int level = 1; level < depth; level++) {
      join(0, means, squares, level * LANES, counts[level]);
    }
    Rows.read(x, from + inLanes, rest, count - inLanes);
    return total(count, count - inLanes, epsilon);
  }

  private void clear(int chunkCount) {
    depth = chunkCount <= 1 ? 1 : 33 - Integer.numberOfLeadingZeros(chunkCount - 1);
    Arrays.fill(means, 0, depth * LANES, 0);
    Arrays.fill(squares, 0, depth * LANES, 0);
    Arrays.fill(counts, 0, depth, 0);
  }

  /// Adds as many chunks as a tree joins.
  private void addTree(Array x, long from, int number) {
    Rows.read(x, from, staged, LaneTree.CHUNKS * CHUNK);
    chunks.compute(stagedInMemory, 0, LaneTree.CHUNKS, CHUNK, ROWS, LaneTree.PLACES);
    tree.join(chunks.means(), chunks.squares());
    join(LaneTree.ROUNDS, chunks.means(), chunks.squares(), 0, LaneTree.CHUNKS * ROWS);
    carry(LaneTree.ROUNDS, number);
  }

  private void addChunks(Array x, long from, int count, int rows, int number) {
    if (count == 0) {
      return;
    }
    Rows.read(x, from, staged, (count - 1) * CHUNK + rows * LANES);
    chunks.compute(stagedInMemory, 0, count, CHUNK, rows, IN_ORDER);
    for (int chunk = 0; chunk < count; chunk++) {
      join(0, chunks.means(), chunks.squares(), chunk * LANES, rows);
      carry(0, number + chunk);
    }
  }

  /// Moves a level that is full to the next, and so on.
  private void carry(int first, int number) {
    for (int level = first + 1, mask = number + 1; level < depth && mask % 2 == 0; level++) {
      int below = (level - 1) * LANES;
      join(level, means, squares, below, counts[level - 1]);
      Arrays.fill(means, below, below + LANES, 0);
      Arrays.fill(squares, below, below + LANES, 0);
      counts[level - 1] = 0;
      mask /= 2;
    }
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

  /// What is left over, and then the lanes.
  private Moments total(int count, int restCount, double epsilon) {
    float mean = 0;
    float square = 0;
    for (int i = 0; i < restCount; i++) {
      float delta = rest[i] - mean;
      mean += delta / (i + 1);
      square += delta * (rest[i] - mean);
    }
    int present = restCount;
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
}
