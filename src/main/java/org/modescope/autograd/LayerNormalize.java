package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Normalises each row over its last axes, `y = (x − mean)/√(variance + ε)·γ + β`: x `[…,
/// normalized…]`; γ and β `[normalized…]` or absent. The same in train and eval mode.
///
/// With x̂ the normalised x, g the gradient of y and h = gγ, x has the gradient `(h − mean(h) −
/// x̂·mean(h·x̂))/√(variance + ε)`, the means being those of its row, γ has `Σ g·x̂` and β `Σ g`.
/// Keeps x, γ, β and each row's mean and 1/√(variance + ε) (J. Ba et al., "Layer normalization",
/// 2016).
///
/// @param rowSize how many elements are normalised together
record LayerNormalize(int rowSize, Shape statisticsShape, double epsilon) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.getOrNull(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    Array result = x.likewise();
    Array means = Array.allocate(statisticsShape, x.passes(), Storage.Role.STATISTIC);
    Array inverses = Array.allocate(statisticsShape, x.passes(), Storage.Role.STATISTIC);
    LayerNormKernel kernel = new LayerNormKernel(rows(x), epsilon, weight, bias);
    for (int pass = 0; pass < x.passes(); pass++) {
      kernel.normalize(x, result, means, inverses, pass);
    }
    saver.save("input", x);
    saver.saveIfPresent("weight", weight);
    saver.saveIfPresent("bias", bias);
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
    float[] forWeight = new float[rowSize];
    float[] forBias = new float[rowSize];
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      LayerNormGradient gradient =
          new LayerNormGradient(rows(x), x, gradOutput, means, inverses, pass);
      if (needed[WEIGHT] || needed[BIAS]) {
        gradient.addTo(forWeight, forBias);
      }
      if (gradX != null) {
        gradient.throughRows(weight, gradX);
      }
    }
    return new @Nullable Array[] {
      gradX,
      needed[WEIGHT] ? Array.of(forWeight, saved.operandShape(WEIGHT)) : null,
      needed[BIAS] ? Array.of(forBias, saved.operandShape(BIAS)) : null
    };
  }

  private Rows rows(Array x) {
    return new Rows(rowSize == 0 ? 0 : x.size() / rowSize, rowSize);
  }

  @Override
  public String torchName() {
    return "NativeLayerNormBackward0";
  }

  /// Over the last axes of a shape, which `normalized` gives.
  static LayerNormalize over(Shape x, Shape normalized, double epsilon) {
    Shape statistics = x;
    for (int axis = 1; axis <= normalized.rank(); axis++) {
      statistics = statistics.with(-axis, 1);
    }
    return new LayerNormalize(Math.toIntExact(normalized.elements()), statistics, epsilon);
  }
}
