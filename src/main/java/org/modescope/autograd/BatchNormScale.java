package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import org.jspecify.annotations.Nullable;

/// What [BatchNormalize] subtracts from each channel and multiplies it by, `[passes × C]` each; the
/// caller holds both.
///
/// Applying it folds mean, deviation, γ and β of a channel into one factor and one term, so that
/// each element is read once and costs one fused operation.
///
/// @param inverseDeviation 1/√(variance + ε)
record BatchNormScale(Array mean, Array inverseDeviation) {

  /// By a batch's own statistics, in every pass those of that pass.
  static BatchNormScale of(Statistics statistics, double epsilon) {
    Shape perChannel = Shape.of(statistics.channels());
    Array mean = Array.allocate(perChannel, statistics.passes(), Storage.Role.STATISTIC);
    Array inverse = Array.allocate(perChannel, statistics.passes(), Storage.Role.STATISTIC);
    int channels = statistics.channels();
    for (int pass = 0; pass < statistics.passes(); pass++) {
      for (int channel = 0; channel < channels; channel++) {
        long index = (long) pass * channels + channel;
        float variance = statistics.biasedVariance(pass, channel);
        mean.floats().setAtIndex(JAVA_FLOAT, index, statistics.mean(pass, channel));
        inverse.floats().setAtIndex(JAVA_FLOAT, index, inverseDeviationOfBatch(variance, epsilon));
      }
    }
    return new BatchNormScale(mean, inverse);
  }

  /// By running statistics, which all passes share.
  static BatchNormScale of(Array runningMean, Array runningVariance, double epsilon) {
    Array inverse = Array.allocate(runningVariance.shape(), 1, Storage.Role.STATISTIC);
    for (int channel = 0; channel < inverse.size(); channel++) {
      float variance = runningVariance.floats().getAtIndex(JAVA_FLOAT, channel);
      inverse.floats().setAtIndex(JAVA_FLOAT, channel, inverseDeviation(variance, epsilon));
    }
    runningMean.storage().retain();
    return new BatchNormScale(runningMean, inverse);
  }

  /// Writes x, normalised, to the result, which may be x itself.
  void apply(Array x, @Nullable Array weight, @Nullable Array bias, Array result) {
    Channels layout = Channels.of(x.shape(), x.format());
    int channels = layout.channels();
    float[] factors = new float[result.passes() * channels];
    float[] terms = new float[factors.length];
    for (int i = 0; i < factors.length; i++) {
      int pass = i / channels;
      int channel = i % channels;
      float gamma = weight == null ? 1 : weight.floats().getAtIndex(JAVA_FLOAT, channel);
      float beta = bias == null ? 0 : bias.floats().getAtIndex(JAVA_FLOAT, channel);
      factors[i] = inverseDeviation(pass, channel) * gamma;
      terms[i] = Math.fma(-mean(pass, channel), factors[i], beta);
    }
    new ChannelScale(channels, factors, terms).apply(x, result, layout);
  }

  void release() {
    mean.storage().release();
    inverseDeviation.storage().release();
  }

  private float mean(int pass, int channel) {
    return mean.floats().getAtIndex(JAVA_FLOAT, mean.offset(pass) + channel);
  }

  private float inverseDeviation(int pass, int channel) {
    return inverseDeviation
        .floats()
        .getAtIndex(JAVA_FLOAT, inverseDeviation.offset(pass) + channel);
  }

  /// Where nothing varies and no ε is added PyTorch multiplies by 0, but only by batch statistics.
  private static float inverseDeviationOfBatch(float variance, double epsilon) {
    return variance == 0 && epsilon == 0 ? 0 : inverseDeviation(variance, epsilon);
  }

  private static float inverseDeviation(float variance, double epsilon) {
    return (float) (1 / Math.sqrt(variance + epsilon));
  }
}
