package org.modescope.autograd;

/// Joins the moments of sixteen whole chunks two by two, each with its neighbour, until one is left
/// (T. Chan et al., 1979).
///
/// Chunks lie in the order of their numbers' bits reversed: then the left ones of all pairs come
/// first, and the right ones after them, in every round.
final class LaneTree {
  /// How many chunks are joined.
  static final int CHUNKS = 16;

  /// How many rounds that takes.
  static final int ROUNDS = 4;

  /// Where chunk i has to lie.
  static final int[] PLACES = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

  private final float[] otherMeans = new float[CHUNKS / 2 * LaneChunks.LANES];
  private final float[] otherSquares = new float[otherMeans.length];

  /// Leaves what all have come to in the first eight lanes.
  void join(float[] means, float[] squares) {
    int present = LaneChunks.ROWS;
    for (int half = otherMeans.length; half >= LaneChunks.LANES; half /= 2) {
      System.arraycopy(means, half, otherMeans, 0, half);
      System.arraycopy(squares, half, otherSquares, 0, half);
      join(means, squares, otherMeans, otherSquares, half, present);
      present *= 2;
    }
  }

  private static void join(
      float[] means,
      float[] squares,
      float[] otherMeans,
      float[] otherSquares,
      int count,
      float present) {
    for (int i = 0; i < count; i++) {
      float delta = otherMeans[i] - means[i];
      // What PyTorch adds where it joins the left one to nothing: NaN if its square is infinite.
      float left = squares[i] + means[i] * means[i] * 0f;
      means[i] += 0.5f * delta;
      squares[i] = left + (otherSquares[i] + delta * delta * 0.5f * present);
    }
  }
}
