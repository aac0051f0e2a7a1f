package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Normalises each channel, `y = (x − mean)/√(variance + ε)·γ + β`: x `[N, C, …]`; γ, β and running
/// statistics `[C]` or absent.
///
/// With x̂ the normalised x and g the gradient of y, γ has the gradient `Σ g·x̂` and β `Σ g`. With
/// batch statistics, the gradient flows through them as well: x has `(g − mean(g) −
/// x̂·mean(g·x̂))·γ/√(variance + ε)`, which sums to 0 over each channel. Running statistics are
/// constants: x has `g·γ/√(variance + ε)`. Keeps x, γ, both running statistics where there are any
/// and, of batch statistics, mean and 1/√(variance + ε).
///
/// Formulas: S. Ioffe and C. Szegedy, "Batch Normalization", 2015; the order of rounding is that of
/// PyTorch's CPU kernels.
///
/// @param batch this batch's own statistics, or null to normalise by the running ones
record BatchNormalize(@Nullable Statistics batch, double epsilon) implements Op {
  private static final int X = 0;
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;
  private static final int RUNNING_MEAN = 3;
  private static final int RUNNING_VARIANCE = 4;

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = batch == null ? operands.inAnyFormat(X, saver) : operands.get(X);
    Array weight = operands.getOrNull(WEIGHT);
    Array result = operands.overwritten(X, saver).imagesLike(x);
    saver.save("input", x);
    saver.saveIfPresent("weight", weight);
    saver.saveIfPresent("running_mean", operands.getOrNull(RUNNING_MEAN));
    saver.saveIfPresent("running_var", operands.getOrNull(RUNNING_VARIANCE));
    BatchNormScale scale =
        batch == null
            ? BatchNormScale.of(operands.get(RUNNING_MEAN), operands.get(RUNNING_VARIANCE), epsilon)
            : BatchNormScale.of(batch, epsilon);
    scale.apply(x, weight, operands.getOrNull(BIAS), result);
    if (batch != null) {
      saver.save("result1", scale.mean());
      saver.save("result2", scale.inverseDeviation());
    }
    scale.release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("input");
    Array weight = saved.getOrNull("weight");
    BatchNormScale scale =
        batch == null
            ? BatchNormScale.of(saved.get("running_mean"), saved.get("running_var"), epsilon)
            : new BatchNormScale(saved.get("result1"), saved.get("result2"));
    boolean[] needed = saved.needsGradient();
    Shape perChannel = Shape.of(x.shape().size(1));
    Array gradX = needed[X] ? Array.allocate(x.shape(), gradOutput.passes()) : null;
    Array gradWeight = needed[WEIGHT] ? Array.zeros(perChannel, 1) : null;
    Array gradBias = needed[BIAS] ? Array.zeros(perChannel, 1) : null;
    for (int pass = 0; pass < gradOutput.passes(); pass++) {
      BatchNormGradient gradient =
          new BatchNormGradient(x, gradOutput, scale.mean(), scale.inverseDeviation(), pass);
      gradient.addTo(gradWeight, gradBias);
      if (gradX != null && batch != null) {
        gradient.throughBatch(weight, gradX);
      } else if (gradX != null) {
        gradient.pastConstants(weight, gradX);
      }
    }
    if (batch == null) {
      scale.release();
    }
    return new @Nullable Array[] {gradX, gradWeight, gradBias, null, null};
  }

  @Override
  public String torchName() {
    return "NativeBatchNormBackward0";
  }
}
