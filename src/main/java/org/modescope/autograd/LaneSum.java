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

  /// The same for many elements, of which only the last call's may fill no whole row of lanes.
  void addProducts(float[] factors, float[] others, int count) {
    int whole = Math.min(count / LANES * LANES, vectorized - added);
    addRows(lanes, factors, others, whole);
    added += whole;
    for (int i = whole; i < count; i++) {
      addProduct(factors[i], others[i]);
    }
  }

  /// Adds whole rows. The lanes are independent, so their additions overlap.
  private static void addRows(float[] lanes, float[] factors, float[] others, int count) {
    float lane0 = lanes[0];
    float lane1 = lanes[1];
    float lane2 = lanes[2];
    float lane3 = lanes[3];
    float lane4 = lanes[4];
    float lane5 = lanes[5];
    float lane6 = lanes[6];
    float lane7 = lanes[7];
    for (int i = 0; i < count; i += LANES) {
      lane0 = Math.fma(factors[i], others[i], lane0);
      lane1 = Math.fma(factors[i + 1], others[i + 1], lane1);
      lane2 = Math.fma(factors[i + 2], others[i + 2], lane2);
      lane3 = Math.fma(factors[i + 3], others[i + 3], lane3);
      lane4 = Math.fma(factors[i + 4], others[i + 4], lane4);
      lane5 = Math.fma(factors[i + 5], others[i + 5], lane5);
      lane6 = Math.fma(factors[i + 6], others[i + 6], lane6);
      lane7 = Math.fma(factors[i + 7], others[i + 7], lane7);
    }
    lanes[0] = lane0;
    lanes[1] = lane1;
    lanes[2] = lane2;
    lanes[3] = lane3;
    lanes[4] = lane4;
    lanes[5] = lane5;
    lanes[6] = lane6;
    lanes[7] = lane7;
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
