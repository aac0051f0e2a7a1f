package org.modescope.autograd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Convolutions that ND4J's operation does not know, rearranged to ones that it does: grouped ones
/// group by group, and dilated ones as plain ones of images that have every so many pixels only.
///
/// A window that sees every second pixel never sees those between, so that an image is as good as
/// four, each with a quarter of the pixels (F. Yu and V. Koltun, "Multi-scale context aggregation
/// by dilated convolutions", 2016, for what they are good for). Padding becomes pixels of 0.
record RearrangedConvolution(Grid grid, int groups) {
  /// Channels of a group below which oneDNN gains nothing.
  private static final int FEWEST_CHANNELS = 8;

  /// Whether a pass of this size is better computed here. It must not depend on how many passes a
  /// block has: the ways round differently.
  static boolean isWorthwhile(Grid grid, int groups, Shape x, Shape weight) {
    RearrangedConvolution convolution = new RearrangedConvolution(grid, groups);
    boolean movesByPixels = grid.strideHeight() == 1 && grid.strideWidth() == 1;
    return (groups > 1 || convolution.isDilated())
        && (movesByPixels || !convolution.isDilated())
        && weight.size(1) >= FEWEST_CHANNELS
        && weight.size(0) / groups >= FEWEST_CHANNELS
        && OneDnn.isWorthwhile(
            convolution.plainGrid(), 1, convolution.plain(x), convolution.ofGroup(weight));
  }

  /// Convolves the images of each pass; the caller holds the result.
  Array convolve(Array x, Array weight, @Nullable Array bias, int passes) {
    Array result = Array.allocate(grid.convolved(x.shape(), weight.shape()), passes);
    for (int group = 0; group < groups; group++) {
      Array images = Array.allocate(plain(x.shape()), x.passStride() == 0 ? 1 : x.passes());
      deal(x, images, group);
      Array weights = part(weight, ofGroup(weight.shape()), group);
      Array terms =
          bias == null ? null : part(bias, Shape.of(weight.shape().size(0) / groups), group);
      Array convolved =
          OneDnn.convolve(plainGrid(), images, weights, terms, passes, MemoryFormat.CONTIGUOUS);
      collect(convolved, result, group);
      images.storage().release();
      weights.storage().release();
      convolved.storage().release();
      if (terms != null) {
        terms.storage().release();
      }
    }
    return result;
  }

  private boolean isDilated() {
    return grid.dilationHeight() > 1 || grid.dilationWidth() > 1;
  }

  private Grid plainGrid() {
    return isDilated()
        ? new Grid(grid.height(), grid.width(), 1, 1, 0, 0, 1, 1, grid.rounding())
        : grid;
  }

  /// The shape of one group of the rearranged images.
  private Shape plain(Shape x) {
    int channels = x.size(1) / groups;
    if (!isDilated()) {
      return Shape.of(x.size(0), channels, x.size(2), x.size(3));
    }
    int rows = Math.ceilDiv(grid.outputHeight(x.size(2)), grid.dilationHeight());
    int columns = Math.ceilDiv(grid.outputWidth(x.size(3)), grid.dilationWidth());
    return Shape.of(
        x.size(0) * steps(), channels, rows + grid.height() - 1, columns + grid.width() - 1);
  }

  /// How many images one is dealt out to.
  private int steps() {
    return isDilated() ? grid.dilationHeight() * grid.dilationWidth() : 1;
  }

  private Shape ofGroup(Shape weight) {
    return weight.with(0, weight.size(0) / groups);
  }

  /// A group's part of a parameter, which all passes share; the caller holds it.
  private static Array part(Array whole, Shape shape, int group) {
    int size = Math.toIntExact(shape.elements());
    int from = group * size;
    return Array.of(Arrays.copyOfRange(whole.copyOf(0), from, from + size), shape);
  }

  /// Deals the planes of a group out to those of the rearranged images.
  private void deal(Array x, Array images, int group) {
    Planes from = Planes.of(x.shape());
    Planes to = Planes.of(images.shape());
    int channels = images.shape().size(1);
    PlaneLoop.share(
        images.passes(),
        x.shape().size(0) * channels,
        from.size(),
        () -> {
          DealtPlane whole = new DealtPlane(from, grid.paddingHeight(), grid.paddingWidth());
          DealtPlane part = new DealtPlane(to, 0, 0);
          return (pass, number) -> {
            int image = number / channels;
            int channel = number % channels;
            long plane = (long) image * x.shape().size(1) + group * channels + channel;
            whole.read(x, pass, plane);
            for (int step = 0; step < steps(); step++) {
              long target = ((long) image * steps() + step) * channels + channel;
              if (isDilated()) {
                whole.takeEvery(grid, step, part);
                part.write(images, pass, target);
              } else {
                whole.write(images, pass, target);
              }
            }
          };
        });
  }

  /// Brings what came out of the rearranged images together.
  private void collect(Array convolved, Array result, int group) {
    Planes from = Planes.of(convolved.shape());
    Planes to = Planes.of(result.shape());
    int channels = convolved.shape().size(1);
    PlaneLoop.share(
        result.passes(),
        result.shape().size(0) * channels,
        to.size(),
        () -> {
          DealtPlane part = new DealtPlane(from, 0, 0);
          DealtPlane whole = new DealtPlane(to, 0, 0);
          return (pass, number) -> {
            int image = number / channels;
            int channel = number % channels;
            for (int step = 0; step < steps(); step++) {
              part.read(convolved, pass, ((long) image * steps() + step) * channels + channel);
              if (isDilated()) {
                whole.putEvery(grid, step, part);
              }
            }
            long plane = (long) image * result.shape().size(1) + group * channels + channel;
            (isDilated() ? whole : part).write(result, pass, plane);
          };
        });
  }
}
