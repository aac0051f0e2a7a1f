package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.function.IntConsumer;

/// The sum over every channel of `[N, C, …]`, over all passes, in double precision: the gradient of
/// what was added to each channel.
final class ChannelSums {
  private static final int LANES = 8;

  private ChannelSums() {}

  /// The sums, `[C]`.
  static Array of(Array x) {
    Array sums = Array.allocate(Shape.of(x.shape().size(1)), 1);
    IntConsumer channel = channelOf(x, sums);
    if (x.size() < HeapBlock.LENGTH) {
      for (int i = 0; i < sums.size(); i++) {
        channel.accept(i);
      }
    } else {
      Cores.share(sums.size(), () -> channelOf(x, sums));
    }
    return sums;
  }

  private static IntConsumer channelOf(Array x, Array sums) {
    Channels layout = Channels.of(x.shape());
    float[] run = new float[layout.inner()];
    return channel -> {
      double sum = 0;
      for (int pass = 0; pass < x.passes(); pass++) {
        for (int block = 0; block < layout.outer(); block++) {
          long from = (x.offset(pass) + layout.run(block, channel)) * Float.BYTES;
          InPieces.copy(x.floats(), JAVA_FLOAT, from, run, 0, run.length);
          sum += sum(run);
        }
      }
      sums.put(channel, (float) sum);
    };
  }

  /// In several sums at once, none of which waits for another.
  private static double sum(float[] values) {
    double[] lanes = new double[LANES];
    int i = 0;
    for (; i <= values.length - LANES; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        lanes[lane] += values[i + lane];
      }
    }
    double sum = 0;
    for (; i < values.length; i++) {
      sum += values[i];
    }
    for (double lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}
