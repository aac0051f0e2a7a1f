package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// The loops of a [Resize] over one image after another, on the heap. Rows are blended first, whole
/// lines at a time in vector instructions, then columns; on the way back likewise. An axis before
/// these two only picks.
final class ResizeLoop {
  private final Upscale depth;
  private final Upscale rows;
  private final Upscale columns;
  private final boolean isBlended;
  private final int height;
  private final int width;
  private final float[] image;
  private final float[] resized;
  private final float[] lines;
  private final float[] line;
  private final float[] sum;

  /// @param axes of the last axes of x, at the most three
  /// @param isBlended whether second neighbours count
  ResizeLoop(Shape x, List<Upscale> axes, boolean isBlended) {
    depth = axis(axes, 3);
    rows = axis(axes, 2);
    columns = axis(axes, 1);
    this.isBlended = isBlended;
    width = x.size(-1);
    height = axes.size() < 2 ? 1 : x.size(-2);
    image = new float[Math.toIntExact(x.last(axes.size()).elements())];
    resized = new float[depth.first().length * rows.first().length * columns.first().length];
    lines = new float[height * Math.max(width, columns.first().length)];
    line = new float[columns.first().length];
    sum = new float[line.length];
  }

  private static Upscale axis(List<Upscale> axes, int fromEnd) {
    return axes.size() < fromEnd ? Upscale.nearest(1, 1, 0) : axes.get(axes.size() - fromEnd);
  }

  /// Resizes the image that begins at element `from`.
  void resize(MemorySegment source, long from, MemorySegment target, long to) {
    InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, image, 0, image.length);
    int at = 0;
    for (int slice : depth.first()) {
      for (int row = 0; row < rows.first().length; row++) {
        int line = (slice * height + rows.first()[row]) * width;
        if (isBlended) {
          float share = rows.share()[row];
          int second = (slice * height + rows.second()[row]) * width;
          blend(image, line, second, share, lines, width);
          blendColumns(lines, columns, resized, at);
        } else if (row > 0 && rows.first()[row] == rows.first()[row - 1]) {
          int before = at - columns.first().length;
          System.arraycopy(resized, before, resized, at, columns.first().length);
        } else {
          pick(image, line, columns.first(), resized, at);
        }
        at += columns.first().length;
      }
    }
    InPieces.copy(resized, 0, target, JAVA_FLOAT, to * Float.BYTES, resized.length);
  }

  private static void blend(
      float[] image, int first, int second, float share, float[] line, int count) {
    float rest = 1 - share;
    for (int i = 0; i < count; i++) {
      line[i] = rest * image[first + i] + share * image[second + i];
    }
  }

  private static void blendColumns(float[] line, Upscale columns, float[] target, int to) {
    int[] first = columns.first();
    int[] second = columns.second();
    float[] share = columns.share();
    for (int i = 0; i < first.length; i++) {
      target[to + i] = (1 - share[i]) * line[first[i]] + share[i] * line[second[i]];
    }
  }

  private static void pick(float[] image, int line, int[] columns, float[] target, int to) {
    for (int i = 0; i < columns.length; i++) {
      target[to + i] = image[line + columns[i]];
    }
  }

  /// Passes gradients of the resized image, which begin at element `from`, back to the image.
  void passBack(MemorySegment source, long from, MemorySegment target, long to) {
    InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, resized, 0, resized.length);
    Arrays.fill(image, 0);
    int perSlice = rows.first().length * columns.first().length;
    for (int slice = 0; slice < depth.first().length; slice++) {
      passBackSlice(slice * perSlice, depth.first()[slice] * height);
    }
    InPieces.copy(image, 0, target, JAVA_FLOAT, to * Float.BYTES, image.length);
  }

  private void passBackSlice(int from, int firstRow) {
    int count = columns.first().length;
    float[] sums = lines;
    Arrays.fill(sums, 0);
    for (int row = 0; row < rows.first().length; row++) {
      System.arraycopy(resized, from + row * count, line, 0, count);
      float share = isBlended ? rows.share()[row] : 0;
      addScaled(1 - share, sums, rows.first()[row] * count);
      if (isBlended) {
        addScaled(share, sums, rows.second()[row] * count);
      }
    }
    for (int row = 0; row < height; row++) {
      spread(sums, row * count, image, (firstRow + row) * width);
    }
  }

  /// Adds the line, times a factor, to one of the sums. At the same places: only then C2 knows that
  /// they do not overlap.
  private void addScaled(float factor, float[] sums, int to) {
    System.arraycopy(sums, to, sum, 0, sum.length);
    addScaled(line, factor, sum);
    System.arraycopy(sum, 0, sums, to, sum.length);
  }

  private static void addScaled(float[] source, float factor, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }

  private void spread(float[] sums, int from, float[] image, int line) {
    if (!isBlended && columns.first().length == 2 * width) {
      addPairs(sums, from, image, line, width);
      return;
    }
    int[] first = columns.first();
    int[] second = columns.second();
    float[] share = columns.share();
    for (int i = 0; i < first.length; i++) {
      float sum = sums[from + i];
      if (isBlended) {
        image[line + first[i]] += (1 - share[i]) * sum;
        image[line + second[i]] += share[i] * sum;
      } else {
        image[line + first[i]] += sum;
      }
    }
  }

  /// Where every source was taken twice, in the order of one after another.
  private static void addPairs(float[] sums, int from, float[] image, int line, int count) {
    for (int i = 0; i < count; i++) {
      float once = image[line + i] + sums[from + 2 * i];
      image[line + i] = once + sums[from + 2 * i + 1];
    }
  }
}
