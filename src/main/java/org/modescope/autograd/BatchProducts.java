package org.modescope.autograd;

import java.util.function.IntConsumer;

/// For each channel of one pass of a [LargeBatch] the sum of the gradient g, and that of `g·(x −
/// mean)`, in the order and the precision of [BatchNormGradient].
final class BatchProducts {
  private final LargeBatch batch;
  private final Array x;
  private final Array gradOutput;
  private final int pass;
  private final float[] means;
  private final float[] sums;
  private final float[] products;

  BatchProducts(
      Channels layout,
      Array x,
      Array gradOutput,
      int pass,
      float[] means,
      float[] sums,
      float[] products) {
    this.batch = new LargeBatch(layout);
    this.x = x;
    this.gradOutput = gradOutput;
    this.pass = pass;
    this.means = means;
    this.sums = sums;
    this.products = products;
  }

  void compute() {
    batch.walk(batch.layout().inner() == 1 ? Strip::new : Channel::new);
  }

  /// Channels side by side, summed in single precision down the rows.
  private final class Strip implements IntConsumer {
    private final float[] values = new float[batch.capacity()];
    private final float[] gradients = new float[batch.capacity()];

    @Override
    public void accept(int first) {
      int width = Math.min(batch.capacity(), batch.layout().channels() - first);
      float[] mean = new float[width];
      System.arraycopy(means, first, mean, 0, width);
      float[] sum = new float[width];
      float[] product = new float[width];
      for (int row = 0; row < batch.pieces(); row++) {
        batch.read(x, pass, first, row, values);
        batch.read(gradOutput, pass, first, row, gradients);
        add(sum, gradients, width);
        addProducts(product, values, mean, gradients, width);
      }
      System.arraycopy(sum, 0, sums, first, width);
      System.arraycopy(product, 0, products, first, width);
    }

    private static void add(float[] sums, float[] terms, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] += terms[i];
      }
    }

    private static void addProducts(
        float[] sums, float[] values, float[] mean, float[] gradients, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] = Math.fma(values[i] - mean[i], gradients[i], sums[i]);
      }
    }
  }

  /// One channel, summed in double precision along its runs.
  private final class Channel implements IntConsumer {
    private final float[] values = new float[batch.capacity()];
    private final float[] gradients = new float[batch.capacity()];
    private final DoubleSum sum = new DoubleSum(batch.capacity());
    private final DoubleSum product = new DoubleSum(batch.capacity());

    @Override
    public void accept(int channel) {
      for (int piece = 0; piece < batch.pieces(); piece++) {
        int count = batch.read(x, pass, channel, piece, values);
        batch.read(gradOutput, pass, channel, piece, gradients);
        subtract(values, means[channel], count);
        sum.add(gradients, count);
        product.addProducts(gradients, values, count);
      }
      sums[channel] = (float) sum.take();
      products[channel] = (float) product.take();
    }

    private static void subtract(float[] values, float mean, int count) {
      for (int i = 0; i < count; i++) {
        values[i] -= mean;
      }
    }
  }
}
