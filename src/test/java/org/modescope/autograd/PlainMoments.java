package org.modescope.autograd;

/// [Moments] as PyTorch's CPU kernels compute them, one element after another: eight lanes in
/// chunks of sixteen elements by Welford's recurrence, chunks joined as in a binary counter, then
/// what is left over, and then the lanes.
final class PlainMoments {
  private static final int LANES = 8;
  private static final int ROWS = 16;
  private static final int LEVELS = 30;

  private PlainMoments() {}

  /// What some elements have come to.
  private record Part(int count, float mean, float squares) {
    static final Part NOTHING = new Part(0, 0, 0);

    Part plus(float x) {
      float delta = x - mean;
      float next = mean + delta * (1f / (count + 1));
      return new Part(count + 1, next, squares + delta * (x - next));
    }

    /// With a division instead of a product, as what is left over is added.
    Part plusLeftOver(float x) {
      float delta = x - mean;
      float next = mean + delta / (count + 1);
      return new Part(count + 1, next, squares + delta * (x - next));
    }

    Part joined(Part other) {
      int both = count + other.count;
      float share = both == 0 ? 0 : (float) other.count / both;
      float delta = other.mean - mean;
      return new Part(
          both, mean + share * delta, squares + (other.squares + delta * delta * share * count));
    }
  }

  static Moments of(float[] x, int from, int length, double epsilon) {
    int perLane = length / LANES;
    Part all = Part.NOTHING;
    for (int i = perLane * LANES; i < length; i++) {
      all = all.plusLeftOver(x[from + i]);
    }
    for (int lane = 0; lane < LANES; lane++) {
      all = all.joined(lane(x, from + lane, perLane));
    }
    float variance = Math.max(all.squares() / length, 0);
    return new Moments(all.mean(), 1 / (float) Math.sqrt(variance + (float) epsilon));
  }

  private static Part lane(float[] x, int from, int count) {
    Part[] levels = new Part[LEVELS];
    java.util.Arrays.fill(levels, Part.NOTHING);
    int chunks = Math.ceilDiv(count, ROWS);
    int depth = chunks <= 1 ? 1 : 33 - Integer.numberOfLeadingZeros(chunks - 1);
    for (int chunk = 0; chunk < chunks; chunk++) {
      Part part = Part.NOTHING;
      for (int i = chunk * ROWS; i < Math.min(count, (chunk + 1) * ROWS); i++) {
        part = part.plus(x[from + i * LANES]);
      }
      levels[0] = levels[0].joined(part);
      int number = chunk + 1;
      for (int level = 1; level < depth && number % 2 == 0; level++, number /= 2) {
        levels[level] = levels[level].joined(levels[level - 1]);
        levels[level - 1] = Part.NOTHING;
      }
    }
    Part all = levels[0];
    for (int level = 1; level < depth; level++) {
      all = all.joined(levels[level]);
    }
    // An empty lane is joined to nothing once, as any other.
    return chunks == 0 ? Part.NOTHING : all;
  }
}
