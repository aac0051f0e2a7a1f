package org.modescope.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Another size of the axes behind the channels: `[N, C, …]`, up to three of them, or images for
/// bilinear. The same in both modes.
public final class Upsample extends Layer {
  private static final int FEWEST_AXES = 3;
  private static final int MOST_AXES = 5;
  private static final int IMAGE_AXES = 4;

  private final Options options;

  /// How outputs are made of their neighbours.
  public enum Interpolation {
    NEAREST("nearest"),
    BILINEAR("bilinear");

    private final String torchName;

    Interpolation(String torchName) {
      this.torchName = torchName;
    }
  }

  /// @param size the new sizes, one for all axes or one for each; empty where a factor is given
  /// @param factor what sizes are multiplied by; empty where sizes are given
  /// @param alignCorners whether outermost pixels lie over one another; empty where left open
  public record Options(
      List<Integer> size,
      Optional<Double> factor,
      Interpolation mode,
      Optional<Boolean> alignCorners) {
    public Options {
      size = List.copyOf(size);
    }
  }

  public Upsample(String path, Options options) {
    super(path);
    this.options = options;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    int[] sizes = output(x.shape(), options);
    double factor = options.factor().orElse(0.0);
    return switch (options.mode()) {
      case NEAREST -> x.resizeToNearest(sizes, factor);
      case BILINEAR -> x.resizeBilinearly(sizes, factor, options.alignCorners().orElse(false));
    };
  }

  /// The sizes that come out behind the channels.
  ///
  /// @throws TorchException if PyTorch refuses the shape or the options
  public static int[] output(Shape shape, Options options) {
    checkOptions(options);
    int rank = shape.rank();
    checkRank(rank, options.mode().torchName);
    int axes = rank - 2;
    int[] sizes = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      int given = shape.size(axis - axes);
      sizes[axis] =
          options.factor().isPresent()
              ? (int) Math.floor(given * options.factor().get())
              : options.size().get(Math.min(axis, options.size().size() - 1));
    }
    checkSizes(shape, sizes);
    if (axes != 2 && options.mode() == Interpolation.BILINEAR) {
      throw refuse(
          TorchException.Type.NOT_IMPLEMENTED_ERROR,
          String.format(Locale.ROOT, "Got %dD input, but bilinear mode needs 4D input", rank),
          Key.TAKES_IMAGES);
    }
    return sizes;
  }

  private static void checkOptions(Options options) {
    boolean hasSize = !options.size().isEmpty();
    if (hasSize == options.factor().isPresent()) {
      throw refuse(
          TorchException.Type.VALUE_ERROR,
          hasSize
              ? "only one of size or scale_factor should be defined"
              : "either size or scale_factor should be defined",
          Key.SIZE_OR_FACTOR);
    }
    if (options.mode() == Interpolation.NEAREST && options.alignCorners().isPresent()) {
      throw refuse(
          TorchException.Type.VALUE_ERROR,
          "align_corners option can only be set with the interpolating modes: linear | bilinear |"
              + " bicubic | trilinear",
          Key.CORNERS_OF_BILINEAR);
    }
  }

  private static void checkRank(int rank, String mode) {
    if (rank < FEWEST_AXES || rank > MOST_AXES) {
      throw refuse(
          TorchException.Type.NOT_IMPLEMENTED_ERROR,
          String.format(
              Locale.ROOT,
              "Input Error: Only 3D, 4D and 5D input Tensors supported (got %dD) for the modes:"
                  + " nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got"
                  + " %s)",
              rank,
              mode),
          Key.TAKES_IMAGES);
    }
  }

  private static void checkSizes(Shape shape, int[] sizes) {
    boolean areSizes = Arrays.stream(sizes).allMatch(size -> size > 0);
    boolean isImage = shape.rank() == IMAGE_AXES;
    if (isImage && (!areSizes || shape.size(2) == 0 || shape.size(3) == 0)) {
      throw refuse(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Input and output sizes should be greater than 0, but got input (H: %d, W: %d) output"
                  + " (H: %d, W: %d)",
              shape.size(2),
              shape.size(3),
              sizes[0],
              sizes[1]),
          Key.NO_SIZE_LEFT);
    }
    if (isImage && shape.size(1) == 0) {
      throw refuse(
          TorchException.Type.RUNTIME_ERROR,
          "Non-empty 4D data tensor expected but got a tensor with sizes [%s]"
              .formatted(
                  Arrays.stream(shape.toArray())
                      .mapToObj(Integer::toString)
                      .collect(Collectors.joining(", "))),
          Key.NO_SIZE_LEFT);
    }
  }

  private static TorchException refuse(TorchException.Type type, String message, Key key) {
    return new TorchException(type, message, Explanation.of(key));
  }
}
