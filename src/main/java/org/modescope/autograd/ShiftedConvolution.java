package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Blas.Matrix;
import org.modescope.autograd.Blas.Read;

/// Convolution that moves by single pixels, and the gradient of x, without unfolding: for each
/// element of the window one product of its weights `[O/groups, C/groups]` and of the padded image,
/// begun at the element's [PaddedPlane#offset]. BLAS reads the image shifted where it lies.
///
/// For enough channels that each product is worthwhile.
record ShiftedConvolution(Grid grid, int groups) {
  private static final int FEWEST_CHANNELS = 8;

  /// Places below which padding costs more than unfolding.
  private static final int FEWEST_PLACES = 49;

  /// Whether a pass of this size is better computed here.
  static boolean isWorthwhile(Grid grid, int groups, Shape x, Shape weight) {
    return grid.strideHeight() == 1
        && grid.strideWidth() == 1
        && !grid.isPointwise()
        && weight.size(1) >= FEWEST_CHANNELS
        && weight.size(0) / groups >= FEWEST_CHANNELS
        && grid.outputHeight(x.size(2)) * grid.outputWidth(x.size(3)) >= FEWEST_PLACES;
  }

  /// Convolves the images of each pass; the caller holds the result.
  Array convolve(Array x, Array weight, @Nullable Array bias, int passes) {
    Array result = Array.allocate(grid.convolved(x.shape(), weight.shape()), passes);
    try (Work work = new Work(x.shape(), result)) {
      Storage weights = work.weights(weight);
      for (int pass = 0; pass < passes; pass++) {
        for (int part = 0; part < x.shape().size(0) * groups; part++) {
          work.readImage(x, pass, part);
          for (int element = 0; element < work.window; element++) {
            Blas.multiply(
                work.weights(weights, part, element),
                Read.AS_IS,
                work.image(element),
                Read.AS_IS,
                work.places(),
                work.out,
                work.count,
                work.in,
                element == 0 ? 0 : 1);
          }
          work.writePlaces(result, pass, part);
        }
      }
      weights.release();
    }
    if (bias != null) {
      ChannelTerms.add(bias, result);
    }
    return result;
  }

  /// What each place passes back to what it saw.
  Array gradX(Array gradOutput, Shape x, Array weight) {
    Array gradient = Array.allocate(x, gradOutput.passes());
    try (Work work = new Work(x, gradOutput)) {
      Storage weights = work.weights(weight);
      for (int pass = 0; pass < gradOutput.passes(); pass++) {
        for (int part = 0; part < x.size(0) * groups; part++) {
          work.readPlaces(gradOutput, pass, part);
          work.images.fill(0);
          for (int element = 0; element < work.window; element++) {
            Blas.multiply(
                work.weights(weights, part, element),
                Read.TRANSPOSED,
                work.places(),
                Read.AS_IS,
                work.image(element),
                work.in,
                work.count,
                work.out,
                1);
          }
          work.writeImage(gradient, pass, part);
        }
      }
      weights.release();
    }
    return gradient;
  }

  /// One image's channels of one group, padded, and its places; a part is one group of one image.
  private final class Work implements AutoCloseable {
    final int in;
    final int out;
    final int window;
    final int count;
    final Storage images;
    private final Storage outputs;
    private final PaddedPlane plane;
    private final PlaceRows rows;
    private final long planeSize;
    private final long outputSize;

    Work(Shape x, Array output) {
      in = x.size(1) / groups;
      out = output.shape().size(1) / groups;
      window = grid.height() * grid.width();
      plane = new PaddedPlane(grid, x.size(2), x.size(3));
      rows = new PlaceRows(output.shape().size(2), output.shape().size(3), plane);
      count = plane.places();
      planeSize = (long) x.size(2) * x.size(3);
      outputSize = (long) output.shape().size(2) * output.shape().size(3);
      images = new Storage((long) in * plane.size(), Storage.Role.VALUE);
      outputs = new Storage((long) out * rows.values().length, Storage.Role.VALUE);
    }

    /// The weights of all groups, those of one element of the window together.
    Storage weights(Array weight) {
      float[] given = weight.copyOf(0);
      float[] ordered = new float[given.length];
      int perElement = given.length / window;
      for (int i = 0; i < given.length; i++) {
        ordered[i % window * perElement + i / window] = given[i];
      }
      Storage storage = new Storage(given.length, Storage.Role.VALUE);
      MemorySegment.copy(ordered, 0, storage.floats(), JAVA_FLOAT, 0, ordered.length);
      return storage;
    }

    Matrix weights(Storage ordered, int part, int element) {
      long perGroup = (long) out * in;
      return new Matrix(ordered, (element * groups + part % groups) * perGroup, in);
    }

    Matrix image(int element) {
      return new Matrix(images, plane.offset(element), plane.size());
    }

    Matrix places() {
      return new Matrix(outputs, 0, rows.values().length);
    }

    void readImage(Array x, int pass, int part) {
      for (int channel = 0; channel < in; channel++) {
        plane.read(x.floats(), x.offset(pass) + ((long) part * in + channel) * planeSize);
        put(plane.part(0), images, channel);
      }
    }

    void writeImage(Array x, int pass, int part) {
      for (int channel = 0; channel < in; channel++) {
        get(images, channel, plane.part(0));
        plane.write(x.floats(), x.offset(pass) + ((long) part * in + channel) * planeSize);
      }
    }

    void readPlaces(Array output, int pass, int part) {
      for (int filter = 0; filter < out; filter++) {
        long from = output.offset(pass) + ((long) part * out + filter) * outputSize;
        rows.read(output.floats(), from);
        put(rows.values(), outputs, filter);
      }
    }

    void writePlaces(Array output, int pass, int part) {
      for (int filter = 0; filter < out; filter++) {
        get(outputs, filter, rows.values());
        long to = output.offset(pass) + ((long) part * out + filter) * outputSize;
        rows.write(output.floats(), to);
      }
    }

    private static void put(float[] values, Storage rows, int row) {
      long to = (long) row * values.length * Float.BYTES;
      InPieces.copy(values, 0, rows.floats(), JAVA_FLOAT, to, values.length);
    }

    private static void get(Storage rows, int row, float[] values) {
      long from = (long) row * values.length * Float.BYTES;
      InPieces.copy(rows.floats(), JAVA_FLOAT, from, values, 0, values.length);
    }

    @Override
    public void close() {
      images.release();
      outputs.release();
    }
  }
}
