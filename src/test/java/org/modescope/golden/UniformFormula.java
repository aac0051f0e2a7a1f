package org.modescope.golden;

import com.fasterxml.jackson.databind.JsonNode;

/// Numbers that a golden file gives by a formula instead of listing them: uniform between two
/// bounds, as if drawn. `generate.py` states it.
///
/// @param tensor which tensor of the case; each gets numbers of its own
record UniformFormula(int tensor, double low, double high) {
  private static final int INDEX_FACTOR = 0x9E3779B1;
  private static final int TENSOR_FACTOR = 0x85EBCA77;
  private static final double TWO_TO_32 = 4294967296.0;

  static UniformFormula of(JsonNode described) {
    return new UniformFormula(
        described.get("tensor").asInt(),
        described.get("low").asDouble(),
        described.get("high").asDouble());
  }

  /// The first numbers of the tensor.
  float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double share = Integer.toUnsignedLong(mix(i * INDEX_FACTOR + tensor * TENSOR_FACTOR));
      values[i] = (float) (low + (high - low) * (share / TWO_TO_32));
    }
    return values;
  }

  private static int mix(int bits) {
    int h = bits;
    h = (h ^ h >>> 16) * 0x7FEB352D;
    h = (h ^ h >>> 15) * 0x846CA68B;
    return h ^ h >>> 16;
  }
}
