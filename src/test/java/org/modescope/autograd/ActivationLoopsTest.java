package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.ActivationFunction.Kept;
import org.modescope.autograd.HeapBlock.Change;

/// The fast loops of activations agree with their definitions in double precision.
class ActivationLoopsTest {
  private static final int BLOCK = 1000;
  private static final int STRIDE = 9973;

  /// Beyond it squares and cubes leave single precision, and what is left depends on the order.
  private static final float LARGE = 1e12f;

  private static final double RELATIVE = 2e-6;
  private static final double ABSOLUTE = 2e-7;

  static Stream<ActivationFunction> functions() {
    return Stream.of(
        new Sigmoid(),
        new Tanh(),
        new LeakyRelu(0.01, Kept.ARGUMENT),
        new LeakyRelu(-0.2, Kept.ARGUMENT),
        new Silu(),
        new Gelu(),
        new TanhGelu(),
        new Elu(1, 1, Kept.ARGUMENT),
        new Elu(0.7, 1, Kept.VALUE),
        new Elu(Elu.SELU_ALPHA, Elu.SELU_SCALE, Kept.ARGUMENT),
        new Hardswish(),
        new Hardtanh(0, 6),
        new Softplus(1, 20),
        new Softplus(2, 1),
        new Softplus(0.5, 100),
        new Softplus(-1, 20));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void valuesAgreeWithTheDefinition(ActivationFunction function) {
    assertAgree(function.values(BLOCK), function::value);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void slopesAgreeWithTheDefinition(ActivationFunction function) {
    assertAgree(function.slopes(BLOCK), function::slope);
  }

  private static void assertAgree(Change loop, DoubleUnaryOperator definition) {
    float[] x = new float[BLOCK];
    for (long pattern = 0; pattern < 1L << 32; pattern += (long) BLOCK * STRIDE) {
      for (int i = 0; i < BLOCK; i++) {
        x[i] = Float.intBitsToFloat((int) (pattern + (long) i * STRIDE));
      }
      assertAgree(loop, definition, x);
    }
    assertAgree(loop, definition, special());
  }

  private static float[] special() {
    List<Float> numbers =
        List.of(0f, -0f, 3f, -3f, 6f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    float[] special = new float[numbers.size()];
    for (int i = 0; i < special.length; i++) {
      special[i] = numbers.get(i);
    }
    return special;
  }

  private static void assertAgree(Change loop, DoubleUnaryOperator definition, float[] x) {
    float[] computed = x.clone();
    loop.change(computed, computed.length);
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i]) > LARGE && !Float.isInfinite(x[i])) {
        continue;
      }
      double exact = definition.applyAsDouble(x[i]);
      double allowed = ABSOLUTE + RELATIVE * Math.abs(exact);
      boolean agrees =
          Float.compare(computed[i], (float) exact) == 0
              || Math.abs(computed[i] - exact) <= allowed;
      if (!agrees) {
        assertThat(computed[i]).as("of %s", x[i]).isEqualTo((float) exact);
      }
    }
  }
}
