package org.modescope.autograd;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.modescope.autograd.Softmax.Scale;

/// [Softmax] of lines that are columns in memory, such as the channels of a pixel, and its
/// gradient: a strip of neighbouring columns at a time.
///
/// @param scale whether the result is a probability or its logarithm
/// @param lines all of one pass, whose stride is more than 1
record SoftmaxColumns(Scale scale, Lines lines) {
  /// The most columns of a strip.
  private static final int STRIP = 512;

  /// Writes the softmax of each column of a pass.
  void values(Array x, Array result, int pass) {
    strips().share(() -> new Values(x, result, pass));
  }

  /// Writes the gradient of each column of a pass.
  void gradients(Array gradOutput, Array result, Array gradient, int pass) {
    strips().share(() -> new Gradients(gradOutput, result, gradient, pass));
  }

  private int stripsPerMatrix() {
    return Math.ceilDiv(lines.stride(), STRIP);
  }

  private Rows strips() {
    return new Rows(lines.count() / lines.stride() * stripsPerMatrix(), lines.length() * width());
  }

  private int width() {
    return Math.min(STRIP, lines.stride());
  }

  /// How many columns a strip has.
  private int columns(int strip) {
    return Math.min(STRIP, lines.stride() - strip % stripsPerMatrix() * STRIP);
  }

  /// Where a strip begins in a pass.
  private long start(int strip) {
    long matrix = strip / stripsPerMatrix();
    return matrix * lines.length() * lines.stride() + (long) strip % stripsPerMatrix() * STRIP;
  }

  private final class Values implements IntConsumer {
    private final Array x;
    private final Array result;
    private final int pass;
    private final float[] values = new float[width()];
    private final float[] largest = new float[width()];
    private final double[] sums = new double[width()];
    private final Exponential exponential = new Exponential(width());

    Values(Array x, Array result, int pass) {
      this.x = x;
      this.result = result;
      this.pass = pass;
    }

    @Override
    public void accept(int strip) {
      int columns = columns(strip);
      long from = x.offset(pass) + start(strip);
      long to = result.offset(pass) + start(strip);
      Arrays.fill(largest, Float.NEGATIVE_INFINITY);
      Arrays.fill(sums, 0);
      for (int row = 0; row < lines.length(); row++) {
        Rows.read(x, from + (long) row * lines.stride(), values, columns);
        SoftmaxLoops.largest(largest, values, columns);
      }
      for (int row = 0; row < lines.length(); row++) {
        Rows.read(x, from + (long) row * lines.stride(), values, columns);
        SoftmaxLoops.subtract(values, largest, columns);
        exponential.exp(values, columns);
        SoftmaxLoops.add(sums, values, columns);
        Rows.write(values, result, to + (long) row * lines.stride(), columns);
      }
      switch (scale) {
        case PROBABILITY -> divide(to, columns);
        case LOGARITHM -> subtract(from, to, columns);
      }
    }

    private void divide(long to, int columns) {
      for (int row = 0; row < lines.length(); row++) {
        Rows.read(result, to + (long) row * lines.stride(), values, columns);
        SoftmaxLoops.divide(values, sums, columns);
        Rows.write(values, result, to + (long) row * lines.stride(), columns);
      }
    }

    private void subtract(long from, long to, int columns) {
      for (int i = 0; i < columns; i++) {
        sums[i] = largest[i] + Math.log(sums[i]);
      }
      for (int row = 0; row < lines.length(); row++) {
        Rows.read(x, from + (long) row * lines.stride(), values, columns);
        SoftmaxLoops.below(values, sums, columns);
        Rows.write(values, result, to + (long) row * lines.stride(), columns);
      }
    }
  }

  private final class Gradients implements IntConsumer {
    private final Array gradOutput;
    private final Array result;
    private final Array gradient;
    private final int pass;
    private final float[] results = new float[width()];
    private final float[] gradients = new float[width()];
    private final double[] sums = new double[width()];
    private final Exponential exponential = new Exponential(width());

    Gradients(Array gradOutput, Array result, Array gradient, int pass) {
      this.gradOutput = gradOutput;
      this.result = result;
      this.gradient = gradient;
      this.pass = pass;
    }

    @Override
    public void accept(int strip) {
      int columns = columns(strip);
      Arrays.fill(sums, 0);
      for (int row = 0; row < lines.length(); row++) {
        read(strip, row, columns);
        switch (scale) {
          case PROBABILITY -> SoftmaxLoops.addProducts(sums, gradients, results, columns);
          case LOGARITHM -> SoftmaxLoops.add(sums, gradients, columns);
        }
      }
      for (int row = 0; row < lines.length(); row++) {
        read(strip, row, columns);
        switch (scale) {
          case PROBABILITY -> SoftmaxLoops.slopes(results, gradients, sums, columns);
          case LOGARITHM -> {
            exponential.exp(results, columns);
            SoftmaxLoops.logSlopes(results, gradients, sums, columns);
          }
        }
        long to = gradient.offset(pass) + start(strip) + (long) row * lines.stride();
        Rows.write(results, gradient, to, columns);
      }
    }

    private void read(int strip, int row, int columns) {
      long at = start(strip) + (long) row * lines.stride();
      Rows.read(result, result.offset(pass) + at, results, columns);
      Rows.read(gradOutput, gradOutput.offset(pass) + at, gradients, columns);
    }
  }
}
