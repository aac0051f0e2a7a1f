package org.modescope.autograd.random;

/// Draws from the standard normal distribution (G. E. P. Box and M. E. Muller, 1958), by either of
/// PyTorch's two ways.
///
/// Fewer than sixteen are made in double precision, in pairs, and the second of a pair is kept for
/// the next call, whatever is drawn between. From sixteen on they are made in single precision,
/// sixteen at a time; what was kept stays.
final class Normals {
  private static final int BLOCK = 16;
  private static final int HALF = BLOCK / 2;

  private double kept;
  private boolean hasKept;

  Normals copy() {
    Normals copy = new Normals();
    copy.kept = kept;
    copy.hasKept = hasKept;
    return copy;
  }

  void fill(float[] target, Generator generator) {
    if (target.length < BLOCK) {
      for (int i = 0; i < target.length; i++) {
        target[i] = (float) (next(generator) + 0.0);
      }
      return;
    }
    drawFractions(target, 0, generator);
    for (int from = 0; from <= target.length - BLOCK; from += BLOCK) {
      transform(target, from);
    }
    if (target.length % BLOCK != 0) {
      // The last sixteen are drawn once more, over what was there.
      int from = target.length - BLOCK;
      drawFractions(target, from, generator);
      transform(target, from);
    }
  }

  private static void drawFractions(float[] target, int from, Generator generator) {
    for (int i = from; i < target.length; i++) {
      target[i] = generator.fraction();
    }
  }

  private static void transform(float[] values, int from) {
    for (int i = from; i < from + HALF; i++) {
      float radius = (float) Math.sqrt(-2 * Cephes.log(1 - values[i]));
      float angle = (float) (2 * Math.PI) * values[i + HALF];
      // Adding the mean, 0, leaves no −0.
      values[i] = radius * Cephes.cos(angle) + 0f;
      values[i + HALF] = radius * Cephes.sin(angle) + 0f;
    }
  }

  private double next(Generator generator) {
    if (hasKept) {
      hasKept = false;
      return kept;
    }
    double turn = generator.uniform();
    double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-generator.uniform()));
    double angle = 2 * Math.PI * turn;
    kept = radius * StrictMath.sin(angle);
    hasKept = true;
    return radius * StrictMath.cos(angle);
  }
}
