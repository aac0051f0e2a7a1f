package org.modescope.autograd;

/// Mean and 1/√(variance + ε) of a run of consecutive elements; the variance is ÷ n.
///
/// Computed in one pass (B. P. Welford, 1962) in single precision, in lanes and chunks that are
/// then joined pairwise (T. Chan et al., 1979), in the order of PyTorch's CPU kernels: far from
/// zero the rounding of this order is most of what is seen.
record Moments(float mean, float inverseDeviation) {
  private static final int LANES = 8;
  private static final int CHUNK = 16;

  static Moments of(Array x, long from, int count, double epsilon) {
    int rows = count / LANES;
    Welford total = new Welford();
    for (int i = rows * LANES; i < count; i++) {
      total.add(x.at(from + i));
    }
    for (int lane = 0; lane < LANES; lane++) {
      total.join(lane(x, from + lane, rows));
    }
    float variance = Math.max(total.squares / count, 0);
    return new Moments(total.mean, 1 / (float) Math.sqrt(variance + (float) epsilon));
  }

  /// Every eighth element, by chunks that are joined as in a binary counter.
  private static Welford lane(Array x, long from, int rows) {
    int chunks = Math.ceilDiv(rows, CHUNK);
    int depth = chunks <= 1 ? 1 : 33 - Integer.numberOfLeadingZeros(chunks - 1);
    Welford[] stack = new Welford[depth];
    for (int level = 0; level < depth; level++) {
      stack[level] = new Welford();
    }
    for (int chunk = 0; chunk < chunks; chunk++) {
      Welford part = new Welford();
      int end = Math.min(rows, (chunk + 1) * CHUNK);
      for (int row = chunk * CHUNK; row < end; row++) {
        part.addByReciprocal(x.at(from + (long) row * LANES));
      }
      stack[0].join(part);
      for (int level = 1, mask = chunk + 1; level < depth && mask % 2 == 0; level++, mask /= 2) {
        stack[level].join(stack[level - 1]);
        stack[level - 1] = new Welford();
      }
    }
    for (int level = 1; level < depth; level++) {
      stack[0].join(stack[level]);
    }
    return stack[0];
  }

  /// Count, mean and sum of squared deviations so far.
  private static final class Welford {
    private int count;
    private float mean;
    private float squares;

    void add(float value) {
      count++;
      float delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
    }

    void addByReciprocal(float value) {
      count++;
      float delta = value - mean;
      mean += delta * (1f / count);
      squares += delta * (value - mean);
    }

    void join(Welford other) {
      int both = count + other.count;
      float share = both == 0 ? 0 : (float) other.count / both;
      float delta = other.mean - mean;
      mean += share * delta;
      squares += other.squares + delta * delta * share * count;
      count = both;
    }
  }
}
