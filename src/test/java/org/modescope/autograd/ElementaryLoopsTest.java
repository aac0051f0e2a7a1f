package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.HeapBlock.Change;

/// The loops behind activations keep the error bounds that they state, over all numbers of 32 bits.
class ElementaryLoopsTest {
  private static final int BLOCK = 1000;

  /// Every so many-th pattern of 32 bits is tried; a prime, so that no pattern of digits is missed.
  private static final int STRIDE = 9973;

  /// What a function is computed by, and how far from double precision it may be.
  ///
  /// @param ulps units in the last place of the exact value
  private record Function(String name, Change loop, DoubleUnaryOperator exact, double ulps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function("exp", new Exponential(BLOCK)::exp, Math::exp, 2),
        new Function(
            "expm1",
            (x, count) -> {
              bound(x, count, 88);
              new Exponential(BLOCK).expm1(x, count);
            },
            x -> Math.expm1(Math.min(x, 88)),
            2),
        new Function("logistic", new Logistic(BLOCK)::of, x -> 1 / (1 + Math.exp(-x)), 3),
        new Function("tanh", new HyperbolicTangent(BLOCK)::of, Math::tanh, 4),
        new Function("normal tail", ElementaryLoopsTest::tail, ElementaryLoopsTest::exactTail, 6));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errorsStayWithinTheirBounds(Function function) {
    float[] x = new float[BLOCK];
    for (long pattern = 0; pattern < 1L << 32; pattern += (long) BLOCK * STRIDE) {
      for (int i = 0; i < BLOCK; i++) {
        x[i] = Float.intBitsToFloat((int) (pattern + (long) i * STRIDE));
      }
      assertBounded(function, x);
    }
  }

  @Property(tries = 200)
  void errorsStayWithinTheirBoundsAmongOrdinaryNumbers(
      @ForAll @Size(min = 1, max = BLOCK) float[] x) {
    functions().forEach(function -> assertBounded(function, x));
  }

  private static void assertBounded(Function function, float[] x) {
    float[] computed = x.clone();
    function.loop().change(computed, computed.length);
    for (int i = 0; i < x.length; i++) {
      double exact = function.exact().applyAsDouble(x[i]);
      if (Double.isNaN(exact)) {
        assertThat(computed[i]).isNaN();
      } else if (Float.isInfinite((float) exact)) {
        assertThat(computed[i]).isEqualTo((float) exact);
      } else {
        double error = Math.abs(computed[i] - exact) / Math.ulp((float) exact);
        if (!(error <= function.ulps()) && Math.abs(exact) > Float.MIN_NORMAL) {
          assertThat(error).as("%s(%s)", function, x[i]).isLessThan(function.ulps());
        }
        assertThat(Math.abs(exact) > Float.MIN_NORMAL || Math.abs(computed[i]) <= 0x1p-125)
            .isTrue();
      }
    }
  }

  private static void bound(float[] x, int count, float most) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.min(x[i], most);
    }
  }

  private static void tail(float[] x, int count) {
    NormalTail tail = new NormalTail(BLOCK);
    tail.beyond(x, count);
    System.arraycopy(tail.probability(), 0, x, 0, count);
  }

  /// By the continued fraction of P.-S. Laplace far out, and by the error function near 0.
  private static double exactTail(double x) {
    double size = Math.abs(x);
    if (size < 2) {
      return 0.5 - 0.5 * ErrorFunction.erf(size * Math.sqrt(0.5));
    }
    double fraction = size;
    for (int k = 200; k > 0; k--) {
      fraction = size + k / fraction;
    }
    double tail = Math.exp(-0.5 * size * size) / Math.sqrt(2 * Math.PI) / fraction;
    return Double.isInfinite(size) ? 0 : tail;
  }

  @Property(tries = 20)
  void aNumberComesOutTheSameWhereverItLies(@ForAll @Size(min = 2, max = 100) float[] x) {
    float[] reversed = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      reversed[x.length - 1 - i] = x[i];
    }
    for (Function function : functions().toList()) {
      float[] forward = x.clone();
      float[] backward = reversed.clone();
      function.loop().change(forward, x.length);
      function.loop().change(backward, x.length);
      for (int i = 0; i < x.length; i++) {
        assertThat(Float.compare(forward[i], backward[x.length - 1 - i]))
            .as("%s of %s", function, Arrays.toString(x))
            .isZero();
      }
    }
  }
}
