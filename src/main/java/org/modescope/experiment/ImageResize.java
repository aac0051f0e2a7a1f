package org.modescope.experiment;

import org.modescope.nn.Pair;

/// Brings grey images to another size by linear interpolation between the centres of pixels, as
/// `torch.nn.functional.interpolate(x, size, mode="bilinear", align_corners=False)`.
final class ImageResize {
  private ImageResize() {}

  /// @param images row-major, one after another
  /// @param from their height and width
  /// @param to the height and width wanted
  static float[] apply(float[] images, Pair from, Pair to) {
    int count = images.length / (from.height() * from.width());
    float[] resized = new float[Math.multiplyExact(count, to.height() * to.width())];
    for (int image = 0; image < count; image++) {
      int source = image * from.height() * from.width();
      int target = image * to.height() * to.width();
      for (int row = 0; row < to.height(); row++) {
        Between vertical = Between.of(row, from.height(), to.height());
        for (int column = 0; column < to.width(); column++) {
          Between horizontal = Between.of(column, from.width(), to.width());
          float above = horizontal.mix(images, source + vertical.before * from.width());
          float below = horizontal.mix(images, source + vertical.after * from.width());
          resized[target + row * to.width() + column] = above + (below - above) * vertical.share;
        }
      }
    }
    return resized;
  }

  /// Two neighbouring pixels and how far from the first to the second a point lies.
  private record Between(int before, int after, float share) {
    static Between of(int index, int from, int to) {
      float place = Math.max(0, (index + 0.5f) * from / to - 0.5f);
      int before = Math.min((int) place, from - 1);
      return new Between(before, Math.min(before + 1, from - 1), place - before);
    }

    float mix(float[] pixels, int rowStart) {
      float left = pixels[rowStart + before];
      return left + (pixels[rowStart + after] - left) * share;
    }
  }
}
