package org.modescope.autograd;

import java.util.function.IntConsumer;

/// The gradients of the slopes of a [LearnedRelu] in one pass: for each slope the sum of x times
/// the gradient over the elements that it multiplied, in double precision.
///
/// Each piece of a few thousand elements has sums of its own; these are added up in the order of
/// the pieces, whoever has computed them.
final class SlopeSums {
  private final Array x;
  private final Array gradOutput;
  private final int slopes;
  private final int pass;
  private final int inner;
  private final int length;

  /// @param slopes how many there are: one, or as many as channels
  SlopeSums(Array x, Array gradOutput, int slopes, int pass) {
    this.x = x;
    this.gradOutput = gradOutput;
    this.slopes = slopes;
    this.pass = pass;
    this.inner = slopes == 1 ? x.size() : Channels.of(x.shape()).inner();
    this.length = Math.max(1, Math.min(HeapBlock.LENGTH, x.size()));
  }

  /// Adds them to `sums`, from that one on.
  void addTo(double[] sums, int first) {
    int pieces = Math.ceilDiv(x.size(), length);
    double[][] parts = new double[pieces][];
    new Rows(pieces, length).share(() -> new Worker(parts));
    for (double[] part : parts) {
      for (int slope = 0; slope < part.length; slope++) {
        sums[first + slope] += part[slope];
      }
    }
  }

  /// One thread's blocks.
  private final class Worker implements IntConsumer {
    private final double[][] parts;
    private final float[] values = new float[length];
    private final float[] gradients = new float[length];
    private final double[] products = new double[length];

    Worker(double[][] parts) {
      this.parts = parts;
    }

    @Override
    public void accept(int piece) {
      long start = (long) piece * length;
      int count = (int) Math.min(length, x.size() - start);
      Rows.read(x, x.offset(pass) + start, values, count);
      Rows.read(gradOutput, gradOutput.offset(pass) + start, gradients, count);
      multiply(values, gradients, products, count);
      parts[piece] = sums(start, count);
    }

    private double[] sums(long start, int count) {
      double[] sums = new double[slopes];
      int at = 0;
      while (at < count) {
        long run = (start + at) / inner;
        int end = (int) Math.min(count, (run + 1) * inner - start);
        sums[(int) (run % slopes)] += sum(at, end);
        at = end;
      }
      return sums;
    }

    /// Of the products where x is not above 0. NaN goes the way of the slope.
    private double sum(int from, int end) {
      double sum = 0;
      for (int i = from; i < end; i++) {
        sum += products[i];
      }
      return Double.isNaN(sum) ? definedSum(from, end) : sum;
    }

    /// Where an element above 0 has an infinite gradient, of which 0 times is not 0.
    private double definedSum(int from, int end) {
      double sum = 0;
      for (int i = from; i < end; i++) {
        if (!(values[i] > 0)) {
          sum += (double) values[i] * gradients[i];
        }
      }
      return sum;
    }
  }

  private static void multiply(float[] values, float[] gradients, double[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = (double) Math.min(values[i], 0f) * gradients[i];
    }
  }
}
