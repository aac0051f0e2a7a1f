package org.modescope.autograd;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The gradients of one pass through [LayerNormalize], in the order of summing and rounding of
/// PyTorch's CPU kernels.
final class LayerNormGradient {
  /// The most places of a row that one thread sums the parameters' gradients for at a time.
  private static final int STRIP = 256;

  private final Rows rows;
  private final Array x;
  private final Array gradOutput;
  private final Array means;
  private final Array inverses;
  private final int pass;

  LayerNormGradient(Rows rows, Array x, Array gradOutput, Array means, Array inverses, int pass) {
    this.rows = rows;
    this.x = x;
    this.gradOutput = gradOutput;
    this.means = means;
    this.inverses = inverses;
    this.pass = pass;
  }

  /// Adds the gradients of γ and β to `forWeight` and `forBias`, each of a row's length.
  void addTo(float[] forWeight, float[] forBias) {
    int strips = Math.ceilDiv(rows.length(), STRIP);
    // A strip of few rows is not worth a thread's time.
    Rows work = new Rows(strips, rows.count() * Math.min(STRIP, rows.length()));
    work.share(() -> new Parameters(forWeight, forBias));
  }

  /// Writes the gradient of x.
  void throughRows(@Nullable Array weight, Array gradX) {
    float[] gammas = weight == null ? Fill.of(rows.length(), 1) : weight.copyOf(0);
    rows.share(() -> new Row(gammas, gradX));
  }

  private Moments moments(int row) {
    return new Moments(
        means.at(means.offset(pass) + row), inverses.at(inverses.offset(pass) + row));
  }

  /// Sums down the rows, some places at a time.
  private final class Parameters implements IntConsumer {
    private final float[] forWeight;
    private final float[] forBias;
    private final float[] values = new float[Math.min(STRIP, rows.length())];
    private final float[] gradients = new float[values.length];
    private final float[] sumsForWeight = new float[values.length];
    private final float[] sumsForBias = new float[values.length];

    Parameters(float[] forWeight, float[] forBias) {
      this.forWeight = forWeight;
      this.forBias = forBias;
    }

    @Override
    public void accept(int strip) {
      int first = strip * STRIP;
      int count = Math.min(STRIP, rows.length() - first);
      // At the same places as the elements: only then C2 knows that they do not overlap.
      System.arraycopy(forWeight, first, sumsForWeight, 0, count);
      System.arraycopy(forBias, first, sumsForBias, 0, count);
      for (int row = 0; row < rows.count(); row++) {
        long start = (long) row * rows.length() + first;
        Rows.read(x, x.offset(pass) + start, values, count);
        Rows.read(gradOutput, gradOutput.offset(pass) + start, gradients, count);
        add(values, gradients, moments(row), sumsForWeight, sumsForBias, count);
      }
      System.arraycopy(sumsForWeight, 0, forWeight, first, count);
      System.arraycopy(sumsForBias, 0, forBias, first, count);
    }

    private static void add(
        float[] values,
        float[] gradients,
        Moments moments,
        float[] forWeight,
        float[] forBias,
        int count) {
      float inverse = moments.inverseDeviation();
      float shift = -moments.mean() * inverse;
      for (int i = 0; i < count; i++) {
        float normal = Math.fma(values[i], inverse, shift);
        forWeight[i] = Math.fma(gradients[i], normal, forWeight[i]);
        forBias[i] += gradients[i];
      }
    }
  }

  /// The gradient through a row's own mean and variance, folded into one factor of g, one of x and
  /// one term.
  private final class Row implements IntConsumer {
    private final float[] gammas;
    private final Array gradX;
    private final float[] values = new float[rows.capacity()];
    private final float[] gradients = new float[values.length];
    private final float[] factors = new float[values.length];

    Row(float[] gammas, Array gradX) {
      this.gammas = gammas;
      this.gradX = gradX;
    }

    @Override
    public void accept(int row) {
      int length = rows.length();
      long start = (long) row * length;
      LaneSum products = new LaneSum(length, LaneSum.Tail.INTO_LANES);
      LaneSum sums = new LaneSum(length, LaneSum.Tail.INTO_LANES);
      for (int at = 0; at < length; at += values.length) {
        int count = read(start, at);
        System.arraycopy(gammas, at, factors, 0, count);
        multiply(values, gradients, count);
        products.addProducts(values, factors, count);
        sums.addProducts(gradients, factors, count);
      }
      Moments moments = moments(row);
      float mean = moments.mean();
      float inverse = moments.inverseDeviation();
      float share = 1f / length;
      float ofX =
          Math.fma(sums.value(), mean, -products.value()) * inverse * inverse * inverse * share;
      float term = Math.fma(-ofX, mean, -(sums.value() * inverse * share));
      for (int at = 0; at < length; at += values.length) {
        int count = read(start, at);
        System.arraycopy(gammas, at, factors, 0, count);
        join(values, gradients, factors, count, inverse, ofX, term);
        Rows.write(values, gradX, gradX.offset(pass) + start + at, count);
      }
    }

    private int read(long start, int at) {
      int count = Math.min(values.length, rows.length() - at);
      Rows.read(x, x.offset(pass) + start + at, values, count);
      Rows.read(gradOutput, gradOutput.offset(pass) + start + at, gradients, count);
      return count;
    }

    private static void multiply(float[] values, float[] factors, int count) {
      for (int i = 0; i < count; i++) {
        values[i] *= factors[i];
      }
    }

    private static void join(
        float[] values,
        float[] gradients,
        float[] gammas,
        int count,
        float inverse,
        float ofX,
        float term) {
      for (int i = 0; i < count; i++) {
        float direct = inverse * gradients[i] * gammas[i];
        values[i] = Math.fma(ofX, values[i], direct) + term;
      }
    }
  }
}
