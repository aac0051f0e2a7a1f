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
        () -> {
          Piece piece = new Piece();
          return (_, at, values, gradients, count) ->
              piece.at(at).throughRow(values, gradients, count);
        };
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
    Supplier<Runs.Loop> rows =
        () -> {
          Piece piece = new Piece();
          return (_, at, values, _, count) -> piece.at(at).pastInRow(values, count);
        };
    Supplier<Runs.Loop> channels =
        () -> (run, _, values, _, count) -> pastInRun(values, run % layout.channels(), count);
    runs.change(pass, layout.inner() == 1 ? rows : channels);
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

  private void pastInRun(float[] values, int channel, int count) {
    float inverse = inverses[channel];
    float gamma = gammas[channel];
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * inverse * gamma;
    }
  }

  /// What belongs to the channels of a piece of a row, at the same places as the piece's elements:
  /// only then C2 knows that they do not overlap. Belongs to one thread.
  private final class Piece {
    private final float[] mean = new float[Math.min(HeapBlock.LENGTH, means.length)];
    private final float[] meanGradient = new float[mean.length];
    private final float[] slope = new float[mean.length];
    private final float[] inverse = new float[mean.length];
    private final float[] gamma = new float[mean.length];
    private int place = -1;

    /// The piece that begins at that channel.
    Piece at(int first) {
      if (place != first) {
        place = first;
        int count = Math.min(mean.length, means.length - first);
        System.arraycopy(means, first, mean, 0, count);
        System.arraycopy(meanGradients, first, meanGradient, 0, count);
        System.arraycopy(slopes, first, slope, 0, count);
        System.arraycopy(inverses, first, inverse, 0, count);
        System.arraycopy(gammas, first, gamma, 0, count);
      }
      return this;
    }

    void throughRow(float[] values, float[] gradients, int count) {
      through(values, gradients, mean, meanGradient, slope, inverse, gamma, count);
    }

    private static void through(
        float[] values,
        float[] gradients,
        float[] mean,
        float[] meanGradient,
        float[] slope,
        float[] inverse,
        float[] gamma,
        int count) {
      for (int i = 0; i < count; i++) {
        float gradient = Math.fma(mean[i] - values[i], slope[i], gradients[i] - meanGradient[i]);
        values[i] = gradient * inverse[i] * gamma[i];
      }
    }

    void pastInRow(float[] values, int count) {
      multiply(values, inverse, gamma, count);
    }

    private static void multiply(float[] values, float[] inverse, float[] gamma, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = values[i] * inverse[i] * gamma[i];
      }
    }
  }
}
