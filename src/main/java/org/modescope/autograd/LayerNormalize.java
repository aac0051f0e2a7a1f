package org.modescope.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Normalises each row over its last axes, `y = (x − mean)/√(variance + ε)·γ + β`: x `[…,
/// normalized…]`; γ and β `[normalized…]` or absent. The same in train and eval mode.
///
/// Keeps x, γ, β and each row's mean and 1/√(variance + ε) (J. Ba et al., "Layer normalization",
/// 2016).
///
/// @param rowSize how many elements are normalised together
record LayerNormalize(int rowSize, Shape statisticsShape, double epsilon) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  /// Over the last axes of a shape, which `normalized` gives.
  static LayerNormalize over(Shape x, Shape normalized, double epsilon) {
    Shape statistics = x;
    for (int axis = 1; axis <= normalized.rank(); axis++) {
      statistics = statistics.with(-axis, 1);
    }
    return new LayerNormalize(Math.toIntExact(normalized.elements()), statistics, epsilon);
  }

  @Override
  public String torchName() {
    return "NativeLayerNormBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.getOrNull(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    Array result = x.likewise();
    Array means = Array.allocate(statisticsShape, x.passes(), Storage.Role.STATISTIC);
    Array inverses = Array.allocate(statisticsShape, x.passes(), Storage.Role.STATISTIC);
    int rows = rows(x);
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
    saver.save("input", x);
    if (weight != null) {
      saver.save("weight", weight);
    }
    if (bias != null) {
      saver.save("bias", bias);
    }
    saver.save("result1", means);
    saver.save("result2", inverses);
    means.storage().release();
    inverses.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("input");
    Array weight = saved.getOrNull("weight");
    Array means = saved.get("result1");
    Array inverses = saved.get("result2");
    boolean[] needed = saved.needsGradient();
    Array gradX = needed[X] ? gradOutput.likewise() : null;
    float[] gammas = weight == null ? ones() : weight.copyOf(0);
    float[] forWeight = new float[rowSize];
    float[] forBias = new float[rowSize];
    int rows = rows(x);
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
    return new @Nullable Array[] {
      gradX,
      needed[WEIGHT] ? Array.of(forWeight, saved.operandShape(WEIGHT)) : null,
      needed[BIAS] ? Array.of(forBias, saved.operandShape(BIAS)) : null
    };
  }

  private void addToParameters(
      Array x,
      long from,
      Array gradOutput,
      long incoming,
      Moments moments,
      float[] forWeight,
      float[] forBias) {
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
  private void rowGradient(
      Array x,
      long from,
      Array gradOutput,
      long incoming,
      Moments moments,
      float[] gammas,
      Array gradX,
      long to) {
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

  private float[] ones() {
    float[] ones = new float[rowSize];
    Arrays.fill(ones, 1);
    return ones;
  }

  private int rows(Array x) {
    return rowSize == 0 ? 0 : x.size() / rowSize;
  }
}
