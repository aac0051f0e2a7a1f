package org.modescope.run;

import org.modescope.measure.LayerTrace.Repeats;

/// Takes in the outputs of one layer, pass by pass, for their means and variances.
final class RepeatCount {
  /// More numbers than this would take longer than a click may.
  private static final long MOST_NUMBERS = 4_000_000;

  private final double[] means;
  private final double[] variances;
  private final double[] sums;
  private final double[] squares;
  private int taken;

  /// @param asked how many passes at the most; fewer where each has many numbers
  RepeatCount(int asked, int elements) {
    int passes = Math.clamp(MOST_NUMBERS / Math.max(1, elements), 1, asked);
    means = new double[passes];
    variances = new double[passes];
    sums = new double[elements];
    squares = new double[elements];
  }

  int passes() {
    return means.length;
  }

  void add(float[] output) {
    double sum = 0;
    double square = 0;
    for (int i = 0; i < output.length; i++) {
      double value = output[i];
      sum += value;
      square += value * value;
      sums[i] += value;
      squares[i] += value * value;
    }
    means[taken] = sum / output.length;
    variances[taken] = square / output.length - means[taken] * means[taken];
    taken++;
  }

  Repeats result() {
    float[] cellMeans = new float[sums.length];
    float[] cellVariances = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / taken;
      cellMeans[i] = (float) mean;
      cellVariances[i] = (float) Math.max(0, squares[i] / taken - mean * mean);
    }
    return new Repeats(means, variances, cellMeans, cellVariances);
  }
}
