package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;

/// Compares a tensor of a net at its true size with what PyTorch's float64 says of it: first
/// elements, norm and sum. The golden tells how far PyTorch's own float32 strays from that on
/// several processors; the engine's may stray a small multiple of it.
final class GoldenSummary {
  /// Two engines add up in different orders, of which the golden knows but a few.
  private static final double STRAYS = 3;

  /// What storing a number as float32 does to it, relative to its size.
  private static final double HALF_ULP = 0x1p-24;

  private final String what;
  private final float[] actual;
  private final JsonNode expected;

  private GoldenSummary(String what, float[] actual, JsonNode expected) {
    this.what = what;
    this.actual = actual;
    this.expected = expected;
  }

  static void assertClose(String what, float[] actual, JsonNode expected) {
    GoldenSummary summary = new GoldenSummary(what, actual, expected);
    summary.checkFirst();
    summary.checkNorm();
    summary.checkSum();
  }

  private void checkFirst() {
    JsonNode first = expected.get("first");
    for (int i = 0; i < first.size(); i++) {
      double exact = first.get(i).asDouble();
      assertThat((double) actual[i])
          .as("%s[%d]", what, i)
          .isCloseTo(exact, offset(STRAYS * stray("element") + HALF_ULP * Math.abs(exact)));
    }
  }

  private void checkNorm() {
    double squares = 0;
    for (float value : actual) {
      squares += (double) value * value;
    }
    double exact = expected.get("norm").asDouble();
    assertThat(Math.sqrt(squares))
        .as("norm of %s", what)
        .isCloseTo(exact, offset(STRAYS * stray("norm") + HALF_ULP * exact));
  }

  /// Differences that do not conspire add up to about the norm of them all; those of means, which
  /// are rounded alike, conspire a little.
  private void checkSum() {
    double sum = 0;
    for (float value : actual) {
      sum += value;
    }
    double allowed = STRAYS * (stray("sum") + stray("norm"));
    assertThat(sum)
        .as("sum of %s", what)
        .isCloseTo(
            expected.get("sum").asDouble(),
            offset(allowed + HALF_ULP * expected.get("norm").asDouble()));
  }

  private double stray(String kind) {
    return expected.get("stray").get(kind).asDouble();
  }
}
