package org.modescope.autograd;

/// A sum in eight lanes, single precision: element i goes to lane i mod 8, as PyTorch's vectorised
/// kernels add.
///
/// Where a sum's terms nearly cancel, what is left depends on the order of adding; this keeps it.
final class LaneSum {
  private static final int LANES = 8;

  private final float[] lanes = new float[LANES];
  private final int vectorized;
  private final Tail tail;
  private int added;
  private float rest;

  /// Where elements go that fill no whole row of lanes.
  enum Tail {
    /// Into the first lanes.
    INTO_LANES,
    /// One by one, after the lanes are joined.
    AFTER_LANES
  }

  /// @param count how many terms there will be
  LaneSum(int count, Tail tail) {
    this.vectorized = count / LANES * LANES;
    this.tail = tail;
  }

  /// Adds `factor·other`, rounded once.
  void addProduct(float factor, float other) {
    if (added < vectorized || tail == Tail.INTO_LANES && vectorized > 0) {
      int lane = added % LANES;
      lanes[lane] = Math.fma(factor, other, lanes[lane]);
    } else {
      if (added == vectorized) {
        rest = joined();
      }
      rest = Math.fma(factor, other, rest);
    }
    added++;
  }

  float value() {
    return tail == Tail.INTO_LANES && vectorized > 0 || added <= vectorized ? joined() : rest;
  }

  private float joined() {
    if (tail == Tail.AFTER_LANES) {
      float sum = 0;
      for (float lane : lanes) {
        sum += lane;
      }
      return sum;
    }
    float even = lanes[0] + lanes[4] + (lanes[2] + lanes[6]);
    float odd = lanes[1] + lanes[5] + (lanes[3] + lanes[7]);
    return even + odd;
  }
}
