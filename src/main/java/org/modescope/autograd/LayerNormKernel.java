package org.modescope.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The loops of [LayerNormalize], in the order of summing and rounding of PyTorch's CPU kernels.
///
/// A row is one run of memory that fits a cache: it is read for its moments and again for its
/// values before the next one is touched.
final class LayerNormKernel {
  private LayerNormKernel() {}

  /// Writes x, normalised, to the result and each row's moments to `means` and `inverses`.
  static void normalize(
      Array x,
      int rowSize,
      double epsilon,
      @Nullable Array weight,
      @Nullable Array bias,
      Array result,
      Array means,
      Array inverses) {
    int rows = rows(x, rowSize);
    for (int pass = 0; pass < x.passes(); pass++) {
      for (int row = 0; row < rows; row++) {
        long from = x.offset(pass) + (long) row * rowSize;
        long to = result.offset(pass) + (long) row * rowSize;
        Moments moments = Moments.of(x, from, rowSize, epsilon);
        means.put(means.offset(pass) + row, moments.mean());
        inverses.put(inverses.offset(pass) + row, moments.inverseDeviation());
        float shift = -moments.mean() * moments.inverseDeviation();
        for (int i = 0; i < rowSize; i++) {
          float normal = Math.fma(x.at(from + i), moments.inverseDeviation(), shift);
          float gamma = weight == null ? 1 : weight.at(i);
          float beta = bias == null ? 0 : bias.at(i);
          result.put(to + i, Math.fma(normal, gamma, beta));
        }
      }
    }
  }

  /// Adds the gradients of γ and β to `forWeight` and `forBias`, each of a row's length, and writes
  /// that of x, if wanted.
  static void gradients(
      Array x,
      Array gradOutput,
      @Nullable Array weight,
      Array means,
      Array inverses,
      @Nullable Array gradX,
      float[] forWeight,
      float[] forBias) {
    int rowSize = forWeight.length;
    float[] gammas = weight == null ? ones(rowSize) : weight.copyOf(0);
    int rows = rows(x, rowSize);
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      for (int row = 0; row < rows; row++) {
        long from = x.offset(pass) + (long) row * rowSize;
        long incoming = gradOutput.offset(pass) + (long) row * rowSize;
        Moments moments =
            new Moments(
                means.at(means.offset(pass) + row), inverses.at(inverses.offset(pass) + row));
        addToParameters(x, from, gradOutput, incoming, moments, forWeight, forBias);
        if (gradX != null) {
          long to = gradX.offset(pass) + (long) row * rowSize;
          rowGradient(x, from, gradOutput, incoming, moments, gammas, gradX, to);
        }
      }
    }
  }

  private static void addToParameters(
      Array x,
      long from,
      Array gradOutput,
      long incoming,
      Moments moments,
      float[] forWeight,
      float[] forBias) {
    int rowSize = forWeight.length;
    float shift = -moments.mean() * moments.inverseDeviation();
    for (int i = 0; i < rowSize; i++) {
      float normal = Math.fma(x.at(from + i), moments.inverseDeviation(), shift);
      float g = gradOutput.at(incoming + i);
      forWeight[i] = Math.fma(g, normal, forWeight[i]);
      forBias[i] += g;
    }
  }

  /// The gradient through a row's own mean and variance, folded into one factor of g, one of x and
  /// one term.
  private static void rowGradient(
      Array x,
      long from,
      Array gradOutput,
      long incoming,
      Moments moments,
      float[] gammas,
      Array gradX,
      long to) {
    int rowSize = gammas.length;
    LaneSum products = new LaneSum(rowSize, LaneSum.Tail.INTO_LANES);
    LaneSum sums = new LaneSum(rowSize, LaneSum.Tail.INTO_LANES);
    for (int i = 0; i < rowSize; i++) {
      float g = gradOutput.at(incoming + i);
      products.addProduct(g * x.at(from + i), gammas[i]);
      sums.addProduct(g, gammas[i]);
    }
    float mean = moments.mean();
    float inverse = moments.inverseDeviation();
    float share = 1f / rowSize;
    float ofX =
        Math.fma(sums.value(), mean, -products.value()) * inverse * inverse * inverse * share;
    float term = Math.fma(-ofX, mean, -(sums.value() * inverse * share));
    for (int i = 0; i < rowSize; i++) {
      float direct = inverse * gradOutput.at(incoming + i) * gammas[i];
      gradX.put(to + i, Math.fma(ofX, x.at(from + i), direct) + term);
    }
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int rows(Array x, int rowSize) {
    return rowSize == 0 ? 0 : x.size() / rowSize;
  }
}
