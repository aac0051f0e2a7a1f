package org.modescope.autograd;

import java.util.function.IntConsumer;

/// Mean and sum of squared deviations of each channel of one pass of a [LargeBatch], in the order
/// and the precision of [Statistics].
final class BatchMoments {
  private final LargeBatch batch;
  private final Array x;
  private final int pass;
  private final float[] means;
  private final float[] squares;

  /// @param means where the pass's means go, beside those of other passes
  /// @param squares where the sums of squared deviations go
  BatchMoments(Channels layout, Array x, int pass, float[] means, float[] squares) {
    this.batch = new LargeBatch(layout);
    this.x = x;
    this.pass = pass;
    this.means = means;
    this.squares = squares;
  }

  void compute() {
    batch.walk(batch.layout().inner() == 1 ? Strip::new : Channel::new);
  }

  /// Channels side by side, summed in single precision down the rows.
  private final class Strip implements IntConsumer {
    private final float[] block = new float[batch.capacity()];

    @Override
    public void accept(int first) {
      int width = Math.min(batch.capacity(), batch.layout().channels() - first);
      int to = pass * batch.layout().channels() + first;
      float[] mean = new float[width];
      float[] square = new float[width];
      for (int row = 0; row < batch.pieces(); row++) {
        add(mean, block, batch.read(x, pass, first, row, block));
      }
      divide(mean, batch.layout().count());
      for (int row = 0; row < batch.pieces(); row++) {
        addSquares(square, block, mean, batch.read(x, pass, first, row, block));
      }
      System.arraycopy(mean, 0, means, to, width);
      System.arraycopy(square, 0, squares, to, width);
    }

    private static void add(float[] sums, float[] terms, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] += terms[i];
      }
    }

    private static void divide(float[] sums, int divisor) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= divisor;
      }
    }

    private static void addSquares(float[] sums, float[] values, float[] mean, int count) {
      for (int i = 0; i < count; i++) {
        float deviation = values[i] - mean[i];
        sums[i] = Math.fma(deviation, deviation, sums[i]);
      }
    }
  }

  /// One channel, summed in double precision along its runs.
  private final class Channel implements IntConsumer {
    private final float[] block = new float[batch.capacity()];
    private final DoubleSum sum = new DoubleSum(batch.capacity());

    @Override
    public void accept(int channel) {
      for (int piece = 0; piece < batch.pieces(); piece++) {
        sum.add(block, batch.read(x, pass, channel, piece, block));
      }
      float mean = (float) (sum.take() / batch.layout().count());
      for (int piece = 0; piece < batch.pieces(); piece++) {
        int count = batch.read(x, pass, channel, piece, block);
        square(block, mean, count);
        sum.add(block, count);
      }
      int to = pass * batch.layout().channels() + channel;
      means[to] = mean;
      squares[to] = (float) sum.take();
    }

    private static void square(float[] values, float mean, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = (values[i] - mean) * (values[i] - mean);
      }
    }
  }
}
