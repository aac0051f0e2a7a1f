package org.modescope.measure;

/// A number of 64 bits that is the same for outputs of the same bits, and hardly ever for others.
///
/// Four lanes take every fourth element each: one alone would wait for each multiplication to end.
final class OutputHash {
  /// 2⁶⁴ divided by the golden ratio, odd.
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final int HALF = 32;

  private long lane0 = 1;
  private long lane1 = 2;
  private long lane2 = 3;
  private long lane3 = 4;

  /// Takes in some elements; which lane an element goes to depends on its place in this call.
  void add(float[] output, int from, int end) {
    long hash0 = lane0;
    long hash1 = lane1;
    long hash2 = lane2;
    long hash3 = lane3;
    int i = from;
    for (; i < end - 3; i += 4) {
      hash0 = mixed(hash0, output[i]);
      hash1 = mixed(hash1, output[i + 1]);
      hash2 = mixed(hash2, output[i + 2]);
      hash3 = mixed(hash3, output[i + 3]);
    }
    for (; i < end; i++) {
      hash0 = mixed(hash0, output[i]);
    }
    lane0 = hash0;
    lane1 = hash1;
    lane2 = hash2;
    lane3 = hash3;
  }

  long value() {
    long hash = lane0;
    for (long lane : new long[] {lane1, lane2, lane3}) {
      hash = (hash ^ lane) * FACTOR;
      hash ^= hash >>> HALF;
    }
    return hash;
  }

  private static long mixed(long hash, float value) {
    long product = (hash ^ Float.floatToRawIntBits(value)) * FACTOR;
    return product ^ (product >>> HALF);
  }
}
