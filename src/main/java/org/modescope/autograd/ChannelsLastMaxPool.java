package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The largest element under a window over images whose channels lie last, `[N, H, W, C]`; where it
/// was is not told. NaN counts as largest.
///
/// A window is a rectangle: the largest of its rows are found first, whole lines of the image at a
/// time, and of these the largest of its columns.
final class ChannelsLastMaxPool {
  private final Grid grid;
  private final Planes planes;
  private final int channels;
  private final Array x;
  private final Array result;
  private final float[] line;
  private final float[] largest;
  private final float[] seen;
  private final float[] out;

  private ChannelsLastMaxPool(Grid grid, Array x) {
    this.grid = grid;
    this.x = x;
    planes = Planes.of(x.shape());
    channels = x.shape().size(1);
    result =
        Array.allocate(planes.pooled(x.shape(), grid), x.passes()).as(MemoryFormat.CHANNELS_LAST);
    line = new float[planes.columns() * channels];
    largest = new float[line.length];
    seen = new float[result.shape().size(-1) * channels];
    out = new float[seen.length];
  }

  /// Pools every image; the caller holds the result.
  static Array pool(Grid grid, Array x) {
    ChannelsLastMaxPool pool = new ChannelsLastMaxPool(grid, x);
    int images = x.shape().size(0);
    for (int pass = 0; pass < x.passes(); pass++) {
      for (int image = 0; image < images; image++) {
        pool.image(
            x.offset(pass) + (long) image * (x.size() / images),
            pool.result.offset(pass) + (long) image * (pool.result.size() / images));
      }
    }
    return pool.result;
  }

  private void image(long from, long to) {
    int outRows = result.shape().size(-2);
    for (int outRow = 0; outRow < outRows; outRow++) {
      takeRows(from, outRow);
      takeColumns();
      MemorySegment.copy(
          out,
          0,
          result.floats(),
          JAVA_FLOAT,
          (to + (long) outRow * out.length) * Float.BYTES,
          out.length);
    }
  }

  /// The largest of the window's rows, for every column and channel.
  private void takeRows(long image, int outRow) {
    boolean isFirst = true;
    for (int i = 0; i < grid.height(); i++) {
      int row = grid.row(outRow, i);
      if (row >= 0 && row < planes.rows()) {
        float[] seenRow = isFirst ? largest : line;
        long from = (image + (long) row * line.length) * Float.BYTES;
        MemorySegment.copy(x.floats(), JAVA_FLOAT, from, seenRow, 0, line.length);
        if (!isFirst) {
          takeLarger(line, largest);
        }
        isFirst = false;
      }
    }
    if (isFirst) {
      Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    }
  }

  /// Of these the largest of the window's columns.
  private void takeColumns() {
    look(0, out);
    for (int i = 1; i < grid.width(); i++) {
      look(i, seen);
      takeLarger(seen, out);
    }
  }

  /// What one of the window's columns sees at each place.
  private void look(int windowColumn, float[] target) {
    for (int place = 0; place < out.length / channels; place++) {
      int column = grid.column(place, windowColumn);
      int to = place * channels;
      if (column >= 0 && column < planes.columns()) {
        System.arraycopy(largest, column * channels, target, to, channels);
      } else {
        Arrays.fill(target, to, to + channels, Float.NEGATIVE_INFINITY);
      }
    }
  }

  /// Element by element at the same places, so that it is compiled to vector instructions.
  private static void takeLarger(float[] values, float[] largest) {
    for (int i = 0; i < values.length; i++) {
      largest[i] = Math.max(largest[i], values[i]);
    }
  }
}
