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
    Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < grid.height(); i++) {
      int row = grid.row(outRow, i);
      if (row >= 0 && row < planes.rows()) {
        long from = image + (long) row * line.length;
        MemorySegment.copy(x.floats(), JAVA_FLOAT, from * Float.BYTES, line, 0, line.length);
        takeLarger(line, largest);
      }
    }
  }

  /// Of these the largest of the window's columns.
  private void takeColumns() {
    Arrays.fill(out, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < grid.width(); i++) {
      for (int place = 0; place < out.length / channels; place++) {
        int column = grid.column(place, i);
        int to = place * channels;
        if (column >= 0 && column < planes.columns()) {
          System.arraycopy(largest, column * channels, seen, to, channels);
        } else {
          Arrays.fill(seen, to, to + channels, Float.NEGATIVE_INFINITY);
        }
      }
      takeLarger(seen, out);
    }
  }

  /// Element by element at the same places, so that it is compiled to vector instructions.
  private static void takeLarger(float[] values, float[] largest) {
    for (int i = 0; i < values.length; i++) {
      largest[i] = Math.max(largest[i], values[i]);
    }
  }
}
