package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import org.jspecify.annotations.Nullable;

/// Normalises each channel, `y = (x − mean)/√(variance + ε)·γ + β`: x `[N, C, …]`; γ, β and running
/// statistics `[C]` or absent.
///
/// With batch statistics, the gradient flows through them as well and each channel's input
/// gradients sum to 0; with running statistics they are constants. Keeps x, γ, both running
/// statistics where there are any and, of batch statistics, mean and 1/√(variance + ε).
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
  public String torchName() {
    return "NativeBatchNormBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = batch == null ? operands.inAnyFormat(X, saver) : operands.get(X);
    Array weight = operands.getOrNull(WEIGHT);
    Array bias = operands.getOrNull(BIAS);
    Array runningMean = operands.getOrNull(RUNNING_MEAN);
    Array runningVariance = operands.getOrNull(RUNNING_VARIANCE);
    Array result = operands.overwritten(X, saver);
    saver.save("input", x);
    saveIfPresent(saver, "weight", weight);
    saveIfPresent(saver, "running_mean", runningMean);
    saveIfPresent(saver, "running_var", runningVariance);
    Scale scale = batch == null ? runningScale(operands) : batchScale(batch);
    normalize(x, scale, weight, bias, result);
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
    Scale scale =
        batch == null
            ? runningScale(saved.get("running_mean"), saved.get("running_var"))
            : new Scale(saved.get("result1"), saved.get("result2"));
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

  /// What normalising needs, `[passes × C]` each.
  private record Scale(Array mean, Array inverseDeviation) {
    float mean(int pass, int channel) {
      return mean.floats().getAtIndex(JAVA_FLOAT, mean.offset(pass) + channel);
    }

    void release() {
      mean.storage().release();
      inverseDeviation.storage().release();
    }

    float inverseDeviation(int pass, int channel) {
      return inverseDeviation
          .floats()
          .getAtIndex(JAVA_FLOAT, inverseDeviation.offset(pass) + channel);
    }
  }

  private Scale batchScale(Statistics statistics) {
    Shape perChannel = Shape.of(statistics.channels());
    Array mean = Array.allocate(perChannel, statistics.passes(), Storage.Role.STATISTIC);
    Array inverse = Array.allocate(perChannel, statistics.passes(), Storage.Role.STATISTIC);
    int channels = statistics.channels();
    for (int pass = 0; pass < statistics.passes(); pass++) {
      for (int channel = 0; channel < channels; channel++) {
        long index = (long) pass * channels + channel;
        mean.floats().setAtIndex(JAVA_FLOAT, index, statistics.mean(pass, channel));
        inverse
            .floats()
            .setAtIndex(
                JAVA_FLOAT,
                index,
                inverseDeviationOfBatch(statistics.biasedVariance(pass, channel)));
      }
    }
    return new Scale(mean, inverse);
  }

  /// Where nothing varies and no ε is added PyTorch multiplies by 0, but only by batch statistics.
  private float inverseDeviationOfBatch(float variance) {
    return variance == 0 && epsilon == 0 ? 0 : inverseDeviation(variance);
  }

  private float inverseDeviation(float variance) {
    return (float) (1 / Math.sqrt(variance + epsilon));
  }

  private Scale runningScale(Operands operands) {
    return runningScale(operands.get(RUNNING_MEAN), operands.get(RUNNING_VARIANCE));
  }

  private Scale runningScale(Array runningMean, Array runningVariance) {
    Array inverse = Array.allocate(runningVariance.shape(), 1, Storage.Role.STATISTIC);
    for (int channel = 0; channel < inverse.size(); channel++) {
      float variance = runningVariance.floats().getAtIndex(JAVA_FLOAT, channel);
      inverse.floats().setAtIndex(JAVA_FLOAT, channel, inverseDeviation(variance));
    }
    runningMean.storage().retain();
    return new Scale(runningMean, inverse);
  }

  /// Folds each channel into one factor and one term, `y = x·factor + term`.
  private static void normalize(
      Array x, Scale scale, @Nullable Array weight, @Nullable Array bias, Array result) {
    Channels layout = Channels.of(x.shape(), x.format());
    float[] factors = new float[layout.channels()];
    float[] terms = new float[layout.channels()];
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int channel = 0; channel < factors.length; channel++) {
        float gamma = weight == null ? 1 : weight.floats().getAtIndex(JAVA_FLOAT, channel);
        float beta = bias == null ? 0 : bias.floats().getAtIndex(JAVA_FLOAT, channel);
        factors[channel] = scale.inverseDeviation(pass, channel) * gamma;
        terms[channel] = Math.fma(-scale.mean(pass, channel), factors[channel], beta);
      }
      new ChannelScale(factors, terms).apply(x, result, pass, layout);
    }
  }

  private static void saveIfPresent(Saver saver, String name, @Nullable Array array) {
    if (array != null) {
      saver.save(name, array);
    }
  }
}
