package org.modescope.autograd;

import java.util.function.IntConsumer;

/// The forward loops of [LayerNormalize] over short rows, many at a time.
///
/// @param gammas of a row's places
/// @param betas of a row's places
record ShortLayerNorm(Rows rows, double epsilon, float[] gammas, float[] betas) {

  /// Writes one pass of x, normalised, to the result and each row's moments to `means` and
  /// `inverses`.
  void normalize(Array x, Array result, Array means, Array inverses, int pass) {
    int atOnce = Math.min(ShortMoments.rowsAtOnce(rows.length()), Math.max(1, rows.count()));
    new Rows(Math.ceilDiv(rows.count(), atOnce), atOnce * rows.length())
        .share(() -> new Worker(x, result, means, inverses, pass, atOnce));
  }

  private final class Worker implements IntConsumer {
    private final Array x;
    private final Array result;
    private final Array means;
    private final Array inverses;
    private final int pass;
    private final int atOnce;
    private final int length = rows.length();
    private final ShortMoments moments;
    private final float[] block;
    private final float[] manyGammas;
    private final float[] manyBetas;

    Worker(Array x, Array result, Array means, Array inverses, int pass, int atOnce) {
      this.x = x;
      this.result = result;
      this.means = means;
      this.inverses = inverses;
      this.pass = pass;
      this.atOnce = atOnce;
      moments = new ShortMoments(length, atOnce);
      block = new float[atOnce * length];
      manyGammas = repeat(gammas);
      manyBetas = repeat(betas);
    }

    private float[] repeat(float[] ofRow) {
      float[] many = new float[block.length];
      for (int to = 0; to < many.length; to += length) {
        System.arraycopy(ofRow, 0, many, to, length);
      }
      return many;
    }

    @Override
    public void accept(int number) {
      int first = number * atOnce;
      int count = Math.min(atOnce, rows.count() - first);
      long start = (long) first * length;
      Rows.read(x, x.offset(pass) + start, block, count * length);
      moments.compute(block, count, epsilon);
      for (int row = 0; row < count; row++) {
        float mean = moments.means()[row];
        float inverse = moments.inverses()[row];
        int from = row * length;
        normalize(block, manyGammas, manyBetas, from, from + length, inverse, -mean * inverse);
      }
      Rows.write(block, result, result.offset(pass) + start, count * length);
      Rows.write(moments.means(), means, means.offset(pass) + first, count);
      Rows.write(moments.inverses(), inverses, inverses.offset(pass) + first, count);
    }

    /// At the same places of all arrays: only then C2 knows that they do not overlap.
    private static void normalize(
        float[] x, float[] gammas, float[] betas, int from, int end, float inverse, float shift) {
      for (int i = from; i < end; i++) {
        float normal = Math.fma(x[i], inverse, shift);
        x[i] = Math.fma(normal, gammas[i], betas[i]);
      }
    }
  }
}
