package org.modescope.autograd;

import java.util.function.IntConsumer;
import org.modescope.autograd.Softmax.Scale;

/// [Softmax] of lines that are rows in memory, and its gradient: as many rows as fit a block at a
/// time, so that short ones make long loops, too.
///
/// @param scale whether the result is a probability or its logarithm
/// @param length of a row
/// @param count of the rows of one pass
record SoftmaxRows(Scale scale, int length, int count) {

  /// Writes the softmax of each row of a pass.
  void values(Array x, Array result, int pass) {
    blocks().share(() -> new Values(x, result, pass));
  }

  /// Writes the gradient of each row of a pass.
  void gradients(Array gradOutput, Array result, Array gradient, int pass) {
    blocks().share(() -> new Gradients(gradOutput, result, gradient, pass));
  }

  /// So many rows at a time.
  private int rowsPerBlock() {
    return Math.max(1, Math.min(count, Pointwise.BLOCK / Math.max(1, length)));
  }

  private Rows blocks() {
    return new Rows(Math.ceilDiv(count, rowsPerBlock()), rowsPerBlock() * length);
  }

  /// The elements of a block that are there: the last one may be shorter.
  private int elements(int block) {
    return Math.min(rowsPerBlock(), count - block * rowsPerBlock()) * length;
  }

  private long start(int block) {
    return (long) block * rowsPerBlock() * length;
  }

  private final class Values implements IntConsumer {
    private final Array x;
    private final Array result;
    private final int pass;
    private final float[] values = new float[rowsPerBlock() * length];
    private final float[] powers = new float[values.length];
    private final float[] largest = new float[rowsPerBlock()];
    private final LargestOfRow largestOfRow = new LargestOfRow(length);
    private final Exponential exponential = new Exponential(values.length);

    Values(Array x, Array result, int pass) {
      this.x = x;
      this.result = result;
      this.pass = pass;
    }

    @Override
    public void accept(int block) {
      int elements = elements(block);
      Rows.read(x, x.offset(pass) + start(block), values, elements);
      System.arraycopy(values, 0, powers, 0, elements);
      for (int row = 0; row * length < elements; row++) {
        int from = row * length;
        largest[row] = largestOfRow.of(values, from, from + length);
        SoftmaxLoops.subtract(powers, from, from + length, largest[row]);
      }
      exponential.exp(powers, elements);
      for (int row = 0; row * length < elements; row++) {
        finish(row * length, largest[row]);
      }
      float[] found = scale == Scale.PROBABILITY ? powers : values;
      Rows.write(found, result, result.offset(pass) + start(block), elements);
    }

    private void finish(int from, float above) {
      int end = from + length;
      double sum = SoftmaxLoops.sum(powers, from, end);
      switch (scale) {
        case PROBABILITY -> SoftmaxLoops.divide(powers, from, end, (float) sum);
        case LOGARITHM -> SoftmaxLoops.below(values, from, end, above + Math.log(sum));
      }
    }
  }

  private final class Gradients implements IntConsumer {
    private final Array gradOutput;
    private final Array result;
    private final Array gradient;
    private final int pass;
    private final float[] results = new float[rowsPerBlock() * length];
    private final float[] gradients = new float[results.length];
    private final Exponential exponential = new Exponential(results.length);

    Gradients(Array gradOutput, Array result, Array gradient, int pass) {
      this.gradOutput = gradOutput;
      this.result = result;
      this.gradient = gradient;
      this.pass = pass;
    }

    @Override
    public void accept(int block) {
      int elements = elements(block);
      Rows.read(result, result.offset(pass) + start(block), results, elements);
      Rows.read(gradOutput, gradOutput.offset(pass) + start(block), gradients, elements);
      if (scale == Scale.LOGARITHM) {
        exponential.exp(results, elements);
      }
      for (int row = 0; row < elements; row += length) {
        int end = row + length;
        switch (scale) {
          case PROBABILITY -> {
            double sum = SoftmaxLoops.sumOfProducts(gradients, results, row, end);
            SoftmaxLoops.slopes(results, gradients, row, end, sum);
          }
          case LOGARITHM -> {
            double sum = SoftmaxLoops.sum(gradients, row, end);
            SoftmaxLoops.logSlopes(results, gradients, row, end, sum);
          }
        }
      }
      Rows.write(results, gradient, gradient.offset(pass) + start(block), elements);
    }
  }
}
