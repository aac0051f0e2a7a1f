package org.modescope.autograd;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The forward loops of [GroupNormalize], in the order of summing and rounding of PyTorch's CPU
/// kernels.
///
/// A group's channels lie in a row, so a group is one run of memory, and all that is known of a
/// channel is folded into one factor and one term before its elements are touched.
final class GroupNormKernel {
  private final Rows rows;
  private final int groups;
  private final int inner;
  private final double epsilon;
  private final float @Nullable [] gammas;
  private final float[] betas;

  /// @param layout of the channels of one pass
  GroupNormKernel(
      Channels layout, int groups, double epsilon, @Nullable Array weight, @Nullable Array bias) {
    this.rows = rows(layout, groups);
    this.groups = groups;
    this.inner = layout.inner();
    this.epsilon = epsilon;
    this.gammas = weight == null ? null : weight.copyOf(0);
    this.betas = bias == null ? new float[layout.channels()] : bias.copyOf(0);
  }

  /// The groups of all samples, each a row.
  static Rows rows(Channels layout, int groups) {
    return new Rows(layout.outer() * groups, layout.channels() / groups * layout.inner());
  }

  /// Writes one pass of x, normalised, to the result and each group's moments to `means` and
  /// `inverses`.
  void normalize(Array x, Array result, Array means, Array inverses, int pass) {
    rows.share(() -> new Worker(x, result, means, inverses, pass));
  }

  private final class Worker implements IntConsumer {
    private final LaneMoments moments = new LaneMoments();
    private final float[] block = new float[rows.capacity()];
    private final Array x;
    private final Array result;
    private final Array means;
    private final Array inverses;
    private final int pass;

    Worker(Array x, Array result, Array means, Array inverses, int pass) {
      this.x = x;
      this.result = result;
      this.means = means;
      this.inverses = inverses;
      this.pass = pass;
    }

    @Override
    public void accept(int group) {
      int length = rows.length();
      long start = (long) group * length;
      Moments found = moments.of(x, x.offset(pass) + start, length, epsilon);
      means.put(means.offset(pass) + group, found.mean());
      inverses.put(inverses.offset(pass) + group, found.inverseDeviation());
      for (int at = 0; at < length; at += block.length) {
        int count = Math.min(block.length, length - at);
        Rows.read(x, x.offset(pass) + start + at, block, count);
        normalize(found, group % groups, at, count);
        Rows.write(block, result, result.offset(pass) + start + at, count);
      }
    }

    /// A block that may begin within one channel and end within another.
    private void normalize(Moments found, int group, int at, int count) {
      int first = group * (rows.length() / inner);
      int done = 0;
      while (done < count) {
        int member = (at + done) / inner;
        int end = Math.min(count, (member + 1) * inner - at);
        if (gammas == null) {
          normalize(
              block, done, end, found.mean(), found.inverseDeviation(), betas[first + member]);
        } else {
          float factor = found.inverseDeviation() * gammas[first + member];
          scale(block, done, end, factor, -factor * found.mean() + betas[first + member]);
        }
        done = end;
      }
    }

    private static void normalize(
        float[] values, int from, int end, float mean, float inverse, float beta) {
      for (int i = from; i < end; i++) {
        values[i] = (values[i] - mean) * inverse + beta;
      }
    }

    private static void scale(float[] values, int from, int end, float factor, float term) {
      for (int i = from; i < end; i++) {
        values[i] = Math.fma(values[i], factor, term);
      }
    }
  }
}
