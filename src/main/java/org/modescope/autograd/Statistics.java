package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// Mean and variance of each channel of a batch, per pass.
///
/// Computed off the graph: what backward needs of them, [BatchNormalize] keeps. The order of
/// summing and rounding is that of PyTorch's CPU kernels (single precision down the rows of `[N,
/// C]`, double precision along the runs of `[N, C, L]`), so that batches far from zero come out
/// alike, too.
public final class Statistics {
  private final int passes;
  private final int channels;
  private final int count;
  private final float[] means;
  private final float[] squares;

  private Statistics(int passes, Channels layout) {
    this.passes = passes;
    this.channels = layout.channels();
    this.count = layout.count();
    this.means = new float[passes * channels];
    this.squares = new float[passes * channels];
  }

  /// The statistics of each channel (axis 1) over all other axes.
  public static Statistics overBatch(Tensor x) {
    Array array = x.array();
    Channels layout = Channels.of(array.shape());
    Statistics statistics = new Statistics(array.passes(), layout);
    for (int pass = 0; pass < array.passes(); pass++) {
      if (LargeBatch.is(layout)) {
        new BatchMoments(layout, array, pass, statistics.means, statistics.squares).compute();
      } else if (layout.inner() == 1) {
        statistics.sumRows(array.floats(), array.offset(pass), pass, layout.outer());
      } else {
        statistics.sumRuns(array.floats(), array.offset(pass), pass, layout);
      }
    }
    return statistics;
  }

  public int passes() {
    return passes;
  }

  public int channels() {
    return channels;
  }

  /// How many values each channel has in one pass.
  public int count() {
    return count;
  }

  public float mean(int pass, int channel) {
    return means[pass * channels + channel];
  }

  /// The variance that normalises: ÷ n.
  public float biasedVariance(int pass, int channel) {
    return squares[pass * channels + channel] / count;
  }

  /// The variance that updates running statistics: ÷ (n − 1).
  public float unbiasedVariance(int pass, int channel) {
    return squares[pass * channels + channel] / (count - 1);
  }

  private void sumRows(MemorySegment x, long from, int pass, int rows) {
    float[] mean = new float[channels];
    float[] square = new float[channels];
    for (int row = 0; row < rows; row++) {
      long start = from + (long) row * channels;
      for (int channel = 0; channel < channels; channel++) {
        mean[channel] += x.getAtIndex(JAVA_FLOAT, start + channel);
      }
    }
    for (int channel = 0; channel < channels; channel++) {
      mean[channel] /= count;
    }
    for (int row = 0; row < rows; row++) {
      long start = from + (long) row * channels;
      for (int channel = 0; channel < channels; channel++) {
        float deviation = x.getAtIndex(JAVA_FLOAT, start + channel) - mean[channel];
        square[channel] = Math.fma(deviation, deviation, square[channel]);
      }
    }
    System.arraycopy(mean, 0, means, pass * channels, channels);
    System.arraycopy(square, 0, squares, pass * channels, channels);
  }

  private void sumRuns(MemorySegment x, long from, int pass, Channels layout) {
    for (int channel = 0; channel < channels; channel++) {
      double sum = 0;
      for (int block = 0; block < layout.outer(); block++) {
        sum += sum(x, from + layout.run(block, channel), layout.inner());
      }
      float mean = (float) (sum / count);
      double square = 0;
      for (int block = 0; block < layout.outer(); block++) {
        square += sumOfSquares(x, from + layout.run(block, channel), layout.inner(), mean);
      }
      means[pass * channels + channel] = mean;
      squares[pass * channels + channel] = (float) square;
    }
  }

  /// In four partial sums: one alone would wait for each addition to end. In double precision the
  /// order is not seen.
  private static double sum(MemorySegment x, long from, int length) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      first += x.getAtIndex(JAVA_FLOAT, from + i);
      second += x.getAtIndex(JAVA_FLOAT, from + i + 1);
      third += x.getAtIndex(JAVA_FLOAT, from + i + 2);
      fourth += x.getAtIndex(JAVA_FLOAT, from + i + 3);
    }
    for (; i < length; i++) {
      first += x.getAtIndex(JAVA_FLOAT, from + i);
    }
    return first + second + (third + fourth);
  }

  private static double sumOfSquares(MemorySegment x, long from, int length, float mean) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      first += square(x.getAtIndex(JAVA_FLOAT, from + i) - mean);
      second += square(x.getAtIndex(JAVA_FLOAT, from + i + 1) - mean);
      third += square(x.getAtIndex(JAVA_FLOAT, from + i + 2) - mean);
      fourth += square(x.getAtIndex(JAVA_FLOAT, from + i + 3) - mean);
    }
    for (; i < length; i++) {
      first += square(x.getAtIndex(JAVA_FLOAT, from + i) - mean);
    }
    return first + second + (third + fourth);
  }

  private static float square(float value) {
    return value * value;
  }
}
