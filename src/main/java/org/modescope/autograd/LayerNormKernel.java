package org.modescope.autograd;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The forward loops of [LayerNormalize], in the order of summing and rounding of PyTorch's CPU
/// kernels.
///
/// A row is one run of memory that fits a cache: it is read for its moments and again for its
/// values before the next one is touched.
final class LayerNormKernel {
  private final Rows rows;
  private final double epsilon;
  private final float[] gammas;
  private final float[] betas;

  LayerNormKernel(Rows rows, double epsilon, @Nullable Array weight, @Nullable Array bias) {
    this.rows = rows;
    this.epsilon = epsilon;
    this.gammas = weight == null ? Fill.of(rows.length(), 1) : weight.copyOf(0);
    this.betas = bias == null ? new float[rows.length()] : bias.copyOf(0);
  }

  /// Writes one pass of x, normalised, to the result and each row's moments to `means` and
  /// `inverses`.
  void normalize(Array x, Array result, Array means, Array inverses, int pass) {
    if (ShortMoments.areFor(rows.length())) {
      new ShortLayerNorm(rows, epsilon, gammas, betas).normalize(x, result, means, inverses, pass);
    } else {
      rows.share(() -> new Worker(x, result, means, inverses, pass));
    }
  }

  private final class Worker implements IntConsumer {
    private final LaneMoments moments = new LaneMoments();
    private final float[] block = new float[rows.capacity()];
    // At the same places as the elements: only then C2 knows that they do not overlap.
    private final float[][] piecesOfGammas = pieces(gammas);
    private final float[][] piecesOfBetas = pieces(betas);
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

    private float[][] pieces(float[] ofRow) {
      float[][] pieces = new float[Math.ceilDiv(ofRow.length, block.length)][];
      for (int i = 0; i < pieces.length; i++) {
        int from = i * block.length;
        pieces[i] = Arrays.copyOfRange(ofRow, from, Math.min(ofRow.length, from + block.length));
      }
      return pieces;
    }

    @Override
    public void accept(int row) {
      long from = x.offset(pass) + (long) row * rows.length();
      long to = result.offset(pass) + (long) row * rows.length();
      Moments found = moments.of(x, from, rows.length(), epsilon);
      means.put(means.offset(pass) + row, found.mean());
      inverses.put(inverses.offset(pass) + row, found.inverseDeviation());
      float shift = -found.mean() * found.inverseDeviation();
      for (int at = 0; at < rows.length(); at += block.length) {
        int count = Math.min(block.length, rows.length() - at);
        Rows.read(x, from + at, block, count);
        int piece = at / block.length;
        normalize(
            block,
            found.inverseDeviation(),
            shift,
            piecesOfGammas[piece],
            piecesOfBetas[piece],
            count);
        Rows.write(block, result, to + at, count);
      }
    }

    private static void normalize(
        float[] x, float inverse, float shift, float[] gammas, float[] betas, int count) {
      for (int i = 0; i < count; i++) {
        float normal = Math.fma(x[i], inverse, shift);
        x[i] = Math.fma(normal, gammas[i], betas[i]);
      }
    }
  }
}
