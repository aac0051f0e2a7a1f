package org.modescope.autograd;

import java.util.function.Supplier;

/// The gradient of each element of a large batch through [BatchNormalize], from what is known of
/// its channel; rounded in the order of [BatchNormGradient].
///
/// @param means what was subtracted, `[C]`
/// @param meanGradients the mean of the gradient, `[C]`
/// @param slopes by how much of an element's deviation its gradient is less, `[C]`
/// @param inverses what the deviation was multiplied by, `[C]`
/// @param gammas what the result was multiplied by, `[C]`
record BatchNormSlope(
    float[] means, float[] meanGradients, float[] slopes, float[] inverses, float[] gammas) {

  /// Where mean and variance came from the batch itself.
  ///
  /// @param runs of x, with the gradient of the output beside it
  void throughBatch(Runs runs, int pass, Channels layout) {
    Supplier<Runs.Loop> rows =
        () -> (_, at, values, gradients, count) -> throughRow(values, gradients, at, count);
    Supplier<Runs.Loop> channels =
        () ->
            (run, _, values, gradients, count) ->
                throughRun(values, gradients, run % layout.channels(), count);
    runs.change(pass, layout.inner() == 1 ? rows : channels);
  }

  /// Where mean and variance were constants.
  ///
  /// @param runs of the gradient of the output
  void pastConstants(Runs runs, int pass, Channels layout) {
    Supplier<Runs.Loop> rows = () -> (_, at, values, _, count) -> pastInRow(values, at, count);
    Supplier<Runs.Loop> channels =
        () -> (run, _, values, _, count) -> pastInRun(values, run % layout.channels(), count);
    runs.change(pass, layout.inner() == 1 ? rows : channels);
  }

  private void throughRow(float[] values, float[] gradients, int first, int count) {
    float[] mean = means;
    float[] meanGradient = meanGradients;
    float[] slope = slopes;
    float[] inverse = inverses;
    float[] gamma = gammas;
    for (int i = 0; i < count; i++) {
      int c = first + i;
      float gradient = Math.fma(mean[c] - values[i], slope[c], gradients[i] - meanGradient[c]);
      values[i] = gradient * inverse[c] * gamma[c];
    }
  }

  private void throughRun(float[] values, float[] gradients, int channel, int count) {
    float mean = means[channel];
    float meanGradient = meanGradients[channel];
    float slope = slopes[channel];
    float inverse = inverses[channel];
    float gamma = gammas[channel];
    for (int i = 0; i < count; i++) {
      float gradient = Math.fma(mean - values[i], slope, gradients[i] - meanGradient);
      values[i] = gradient * inverse * gamma;
    }
  }

  private void pastInRow(float[] values, int first, int count) {
    float[] inverse = inverses;
    float[] gamma = gammas;
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * inverse[first + i] * gamma[first + i];
    }
  }

  private void pastInRun(float[] values, int channel, int count) {
    float inverse = inverses[channel];
    float gamma = gammas[channel];
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * inverse * gamma;
    }
  }
}
