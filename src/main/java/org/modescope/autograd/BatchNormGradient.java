package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The gradients of one pass through [BatchNormalize].
///
/// With g the gradient of the output, the parameters' gradients are `Σ g·(x − mean)/deviation` and
/// `Σ g` per channel. The order of summing and rounding is that of PyTorch's CPU kernels: gradients
/// that cancel to nearly nothing (a bias before a BatchNorm) come out alike, too.
final class BatchNormGradient {
  private final Array x;
  private final Array gradOutput;
  private final int pass;
  private final Channels layout;
  private final float[] means;
  private final float[] inverses;
  private final float[] sums;
  private final float[] products;

  /// @param mean what was subtracted, `[C]` per pass
  /// @param inverse what it was then multiplied by, 1/√(variance + ε), `[C]` per pass
  BatchNormGradient(Array x, Array gradOutput, Array mean, Array inverse, int pass) {
    this.x = x;
    this.gradOutput = gradOutput;
    this.pass = pass;
    this.layout = Channels.of(x.shape());
    this.means = mean.copyOf(pass);
    this.inverses = inverse.copyOf(pass);
    this.sums = new float[means.length];
    this.products = new float[means.length];
    if (LargeBatch.is(layout)) {
      new BatchProducts(layout, x, gradOutput, pass, means, sums, products).compute();
    } else if (layout.inner() == 1) {
      sumRows();
    } else {
      sumRuns();
    }
  }

  /// Adds this pass's gradients of γ and β to those of the passes before.
  void addTo(@Nullable Array gradWeight, @Nullable Array gradBias) {
    for (int channel = 0; channel < means.length; channel++) {
      if (gradWeight != null) {
        add(gradWeight, channel, products[channel] * inverses[channel]);
      }
      if (gradBias != null) {
        add(gradBias, channel, sums[channel]);
      }
    }
  }

  /// The input's gradient where mean and variance came from the batch itself, and so depend on it:
  /// `(g − mean(g) − (x − mean)·k)·γ/deviation` with `k = Σ g(x − mean)/(n·variance)`.
  void throughBatch(@Nullable Array weight, Array gradX) {
    float[] gammas = gammas(weight);
    float[] meanGradients = new float[means.length];
    float[] slopes = new float[means.length];
    for (int channel = 0; channel < means.length; channel++) {
      meanGradients[channel] = sums[channel] / layout.count();
      slopes[channel] = products[channel] * inverses[channel] * inverses[channel] / layout.count();
    }
    BatchNormSlope slope = new BatchNormSlope(means, meanGradients, slopes, inverses, gammas);
    if (LargeBatch.is(layout)) {
      slope.throughBatch(new Runs(x, gradOutput, gradX, runLength()), pass, layout);
      return;
    }
    MemorySegment values = x.floats();
    MemorySegment incoming = gradOutput.floats();
    MemorySegment target = gradX.floats();
    forEachRun(
        (channel, length, fromX, fromGradient, to) -> {
          for (int i = 0; i < length; i++) {
            int c = channel < 0 ? i : channel;
            float deviation = values.getAtIndex(JAVA_FLOAT, fromX + i) - means[c];
            float centred = incoming.getAtIndex(JAVA_FLOAT, fromGradient + i) - meanGradients[c];
            float gradient = Math.fma(-deviation, slopes[c], centred);
            target.setAtIndex(JAVA_FLOAT, to + i, gradient * inverses[c] * gammas[c]);
          }
        },
        gradX);
  }

  /// The input's gradient where mean and variance were constants: `g·γ/deviation`.
  void pastConstants(@Nullable Array weight, Array gradX) {
    float[] gammas = gammas(weight);
    if (LargeBatch.is(layout)) {
      new BatchNormSlope(means, sums, products, inverses, gammas)
          .pastConstants(new Runs(gradOutput, null, gradX, runLength()), pass, layout);
      return;
    }
    MemorySegment incoming = gradOutput.floats();
    MemorySegment target = gradX.floats();
    forEachRun(
        (channel, length, fromX, fromGradient, to) -> {
          for (int i = 0; i < length; i++) {
            int c = channel < 0 ? i : channel;
            float gradient = incoming.getAtIndex(JAVA_FLOAT, fromGradient + i);
            target.setAtIndex(JAVA_FLOAT, to + i, gradient * inverses[c] * gammas[c]);
          }
        },
        gradX);
  }

  /// A stretch of consecutive elements: of one channel, or, for channel −1, one of each channel in
  /// order.
  private interface Run {
    void at(int channel, int length, long fromX, long fromGradient, long to);
  }

  private void forEachRun(Run run, Array gradX) {
    long startX = x.offset(pass);
    long startGradient = gradOutput.offset(pass);
    long start = gradX.offset(pass);
    for (int block = 0; block < layout.outer(); block++) {
      if (layout.inner() == 1) {
        long row = layout.run(block, 0);
        run.at(-1, means.length, startX + row, startGradient + row, start + row);
      } else {
        for (int channel = 0; channel < means.length; channel++) {
          long from = layout.run(block, channel);
          run.at(channel, layout.inner(), startX + from, startGradient + from, start + from);
        }
      }
    }
  }

  private void sumRows() {
    MemorySegment values = x.floats();
    MemorySegment incoming = gradOutput.floats();
    for (int row = 0; row < layout.outer(); row++) {
      long from = x.offset(pass) + layout.run(row, 0);
      long fromGradient = gradOutput.offset(pass) + layout.run(row, 0);
      for (int channel = 0; channel < means.length; channel++) {
        float gradient = incoming.getAtIndex(JAVA_FLOAT, fromGradient + channel);
        float deviation = values.getAtIndex(JAVA_FLOAT, from + channel) - means[channel];
        sums[channel] += gradient;
        products[channel] = Math.fma(deviation, gradient, products[channel]);
      }
    }
  }

  private void sumRuns() {
    MemorySegment values = x.floats();
    MemorySegment incoming = gradOutput.floats();
    for (int channel = 0; channel < means.length; channel++) {
      double sum = 0;
      double product = 0;
      for (int block = 0; block < layout.outer(); block++) {
        long from = x.offset(pass) + layout.run(block, channel);
        long fromGradient = gradOutput.offset(pass) + layout.run(block, channel);
        for (int i = 0; i < layout.inner(); i++) {
          double gradient = incoming.getAtIndex(JAVA_FLOAT, fromGradient + i);
          sum += gradient;
          product += gradient * (values.getAtIndex(JAVA_FLOAT, from + i) - means[channel]);
        }
      }
      sums[channel] = (float) sum;
      products[channel] = (float) product;
    }
  }

  /// Rows, or the runs of channels.
  private int runLength() {
    return layout.inner() == 1 ? layout.channels() : layout.inner();
  }

  private float[] gammas(@Nullable Array weight) {
    if (weight != null) {
      return weight.copyOf(0);
    }
    float[] ones = new float[means.length];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static void add(Array target, int index, float term) {
    float present = target.floats().getAtIndex(JAVA_FLOAT, index);
    target.floats().setAtIndex(JAVA_FLOAT, index, present + term);
  }
}
