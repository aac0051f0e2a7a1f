package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;
import org.modescope.autograd.Blas.Read;

/// Convolution as one product: what the window sees at each place `[N·H'·W', C·height·width]` by
/// the transposed filters. The result has its channels last.
///
/// For few places and many filters, which oneDNN would first reorder at a greater cost than that of
/// convolving.
final class PixelConvolution {
  private static final int FEW_PLACES = 64;
  private static final long MANY_WEIGHTS = 1_000_000;

  private final Grid grid;
  private final int rows;
  private final int columns;
  private final int channels;

  private PixelConvolution(Grid grid, Shape x) {
    this.grid = grid;
    rows = x.size(2);
    columns = x.size(3);
    channels = x.size(1);
  }

  /// Whether a pass of this size is better computed here. It must not depend on how many passes a
  /// block has: the ways round differently.
  static boolean isWorthwhile(Grid grid, int groups, Shape x, Shape weight) {
    long places = (long) x.size(0) * grid.outputHeight(x.size(2)) * grid.outputWidth(x.size(3));
    return groups == 1 && places > 0 && places <= FEW_PLACES && weight.elements() >= MANY_WEIGHTS;
  }

  /// Convolves the images of each pass; the caller holds the result.
  static Array convolve(Grid grid, Array x, Array weight, @Nullable Array bias, int passes) {
    PixelConvolution convolution = new PixelConvolution(grid, x.shape());
    Shape shape = grid.convolved(x.shape(), weight.shape());
    Array result = Array.allocate(shape, passes).as(MemoryFormat.CHANNELS_LAST);
    Array images = x.in(MemoryFormat.CHANNELS_LAST);
    int outChannels = weight.shape().size(0);
    int window = Math.toIntExact(weight.shape().elements() / Math.max(1, outChannels));
    int places = result.size() / Math.max(1, outChannels);
    Storage seen = new Storage((long) places * window, Storage.Role.VALUE);
    for (int pass = 0; pass < passes; pass++) {
      if (pass == 0 || images.offset(pass) != images.offset(pass - 1)) {
        convolution.unfold(images, pass, seen.floats());
      }
      if (bias != null) {
        fill(result, pass, bias.copyOf(0));
      }
      Blas.multiply(
          new Matrix(seen, 0, window),
          Read.AS_IS,
          new Matrix(weight.storage(), 0, window),
          Read.TRANSPOSED,
          new Matrix(result.storage(), result.offset(pass), outChannels),
          places,
          outChannels,
          window,
          bias == null ? 0 : 1);
    }
    seen.release();
    images.storage().release();
    return result;
  }

  private static void fill(Array result, int pass, float[] bias) {
    for (int i = 0; i < result.size(); i += bias.length) {
      long to = (result.offset(pass) + i) * Float.BYTES;
      MemorySegment.copy(bias, 0, result.floats(), JAVA_FLOAT, to, bias.length);
    }
  }

  private void unfold(Array images, int pass, MemorySegment seen) {
    int size = rows * columns * channels;
    // Ends in a pixel of zeros, which is what the window sees of the padding.
    float[] image = new float[size + channels];
    float[] window = new float[channels * grid.height() * grid.width()];
    long to = 0;
    for (int i = 0; i < images.shape().size(0); i++) {
      long from = (images.offset(pass) + (long) i * size) * Float.BYTES;
      MemorySegment.copy(images.floats(), JAVA_FLOAT, from, image, 0, size);
      for (int y = 0; y < grid.outputHeight(rows); y++) {
        for (int x = 0; x < grid.outputWidth(columns); x++) {
          look(image, y, x, window);
          MemorySegment.copy(window, 0, seen, JAVA_FLOAT, to, window.length);
          to += (long) window.length * Float.BYTES;
        }
      }
    }
  }

  /// What the window sees at one place: channel by channel, as its filters lie.
  private void look(float[] image, int y, int x, float[] window) {
    int[] pixels = new int[grid.height() * grid.width()];
    for (int element = 0; element < pixels.length; element++) {
      int row = grid.row(y, element / grid.width());
      int column = grid.column(x, element % grid.width());
      boolean isInside = row >= 0 && row < rows && column >= 0 && column < columns;
      pixels[element] = isInside ? (row * columns + column) * channels : rows * columns * channels;
    }
    if (pixels.length == 1) {
      System.arraycopy(image, pixels[0], window, 0, channels);
      return;
    }
    int to = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int pixel : pixels) {
        window[to++] = image[pixel + channel];
      }
    }
  }
}
