package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Normalises groups of channels of each sample, `y = (x − mean)/√(variance + ε)·γ + β`: x `[N, C,
/// …]`; γ and β `[C]` or absent. The same in train and eval mode.
///
/// With x̂ the normalised x, g the gradient of y and h = gγ, x has the gradient `(h − mean(h) −
/// x̂·mean(h·x̂))/√(variance + ε)`, the means being those of its group, γ has `Σ g·x̂` and β `Σ g`.
/// Keeps x, γ and each group's mean and 1/√(variance + ε) (Y. Wu and K. He, "Group normalization",
/// 2018).
record GroupNormalize(int groups, double epsilon) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(X);
    Array weight = operands.getOrNull(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    Shape perGroup = Shape.of(x.shape().size(0), groups);
    Array result = x.likewise().imagesLike(x);
    Array means = Array.allocate(perGroup, x.passes(), Storage.Role.STATISTIC);
    Array inverses = Array.allocate(perGroup, x.passes(), Storage.Role.STATISTIC);
    GroupNormKernel kernel =
        new GroupNormKernel(Channels.of(x.shape()), groups, epsilon, weight, bias);
    for (int pass = 0; pass < x.passes(); pass++) {
      kernel.normalize(x, result, means, inverses, pass);
    }
    saver.save("input", x);
    saver.saveIfPresent("weight", weight);
    saver.save("result1", means);
    saver.save("result2", inverses);
    means.storage().release();
    inverses.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("input");
    Array means = saved.get("result1");
    Array inverses = saved.get("result2");
    boolean[] needed = saved.needsGradient();
    Array gradX = needed[X] ? gradOutput.likewise() : null;
    float[] forWeight = new float[x.shape().size(1)];
    float[] forBias = new float[x.shape().size(1)];
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      GroupNormGradient gradient =
          new GroupNormGradient(x, gradOutput, groups, means, inverses, pass);
      gradient.compute(saved.getOrNull("weight"), gradX);
      gradient.addTo(forWeight, forBias);
    }
    return new @Nullable Array[] {
      gradX,
      needed[WEIGHT] ? Array.of(forWeight, saved.operandShape(WEIGHT)) : null,
      needed[BIAS] ? Array.of(forBias, saved.operandShape(BIAS)) : null
    };
  }

  @Override
  public String torchName() {
    return "NativeGroupNormBackward0";
  }
}
