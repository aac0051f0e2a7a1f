package org.modescope.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.ShapeProblem.Counted;
import org.modescope.nn.ConvTranspose2d;
import org.modescope.nn.Flatten;
import org.modescope.nn.Pair;
import org.modescope.nn.Permute;
import org.modescope.nn.Upsample;
import org.modescope.nn.View;

/// What each layer type makes of a shape: the shape that comes out, or why it cannot go in.
final class ShapeRules {
  /// The most memory that one layer's output may take.
  static final long MAXIMUM_OUTPUT_BYTES = 1L << 30;

  private ShapeRules() {}

  /// What a layer makes of its input's shape.
  sealed interface Verdict {}

  /// The layer takes it and hands this on.
  record Fits(Shape output) implements Verdict {}

  /// The layer cannot take it.
  ///
  /// @param problem what it was given and what it expects
  /// @param fitted the layer changed so that it fits, where one change does it
  record Refuses(ShapeProblem problem, Optional<LayerSpec> fitted) implements Verdict {}

  /// The layer could take it, but memory could not take what comes out.
  record TooLarge(ShapeProblem problem) implements Verdict {}

  static Verdict apply(LayerSpec layer, Shape input) {
    Verdict verdict = rule(layer, input);
    if (verdict instanceof Fits(Shape output)) {
      BigInteger bytes =
          Arrays.stream(output.toArray())
              .mapToObj(BigInteger::valueOf)
              .reduce(BigInteger.valueOf(Float.BYTES), BigInteger::multiply);
      if (bytes.compareTo(BigInteger.valueOf(MAXIMUM_OUTPUT_BYTES)) > 0) {
        return new TooLarge(new ShapeProblem.TooLarge(output, bytes, MAXIMUM_OUTPUT_BYTES));
      }
    }
    return verdict;
  }

  private static Verdict rule(LayerSpec layer, Shape input) {
    return switch (layer.type()) {
      case LINEAR -> linear(layer, input);
      case CONV_1D, CONV_2D -> convolution(layer, input);
      case CONV_TRANSPOSE_2D -> transposed(layer, input);
      case UPSAMPLE -> upsampled(layer, input);
      case BATCH_NORM_1D -> channels(layer, "num_features", 1, input, 2, 3);
      case BATCH_NORM_2D -> channels(layer, "num_features", 1, input, 4, 4);
      case BATCH_NORM_3D -> channels(layer, "num_features", 1, input, 5, 5);
      case INSTANCE_NORM_1D -> channels(layer, "num_features", -2, input, 2, 3);
      case INSTANCE_NORM_2D -> channels(layer, "num_features", -3, input, 3, 4);
      case GROUP_NORM -> groupNorm(layer, input);
      case LAYER_NORM -> layerNorm(layer, input);
      case DROPOUT_1D -> ranks(input, 2, 3);
      case DROPOUT_2D, FEATURE_ALPHA_DROPOUT -> ranks(input, 2, Integer.MAX_VALUE);
      case DROPOUT_3D -> ranks(input, 1, Integer.MAX_VALUE);
      case DROPOUT,
          ALPHA_DROPOUT,
          FUNCTIONAL_DROPOUT,
          RELU,
          RELU_6,
          LEAKY_RELU,
          ELU,
          SELU,
          HARDSWISH,
          SOFTPLUS,
          RRELU,
          GELU,
          SILU,
          SIGMOID,
          TANH,
          IDENTITY ->
          new Fits(input);
      case PRELU -> slopes(layer, input);
      case SOFTMAX, LOG_SOFTMAX -> axis(layer, input);
      case MAX_POOL_1D, AVG_POOL_1D, MAX_POOL_2D, AVG_POOL_2D -> pooling(layer, input);
      case ADAPTIVE_AVG_POOL_1D ->
          ranks(input, 2, 3) instanceof Refuses refusal
              ? refusal
              : new Fits(input.with(-1, layer.integer("output_size")));
      case ADAPTIVE_AVG_POOL_2D, ADAPTIVE_MAX_POOL_2D -> adaptivePooling(layer, input);
      case FLATTEN, VIEW, PERMUTE -> reshaping(layer, input);
      case EMBEDDING -> new Fits(extended(input, layer.integer("embedding_dim")));
      case SEQUENTIAL -> chain(layer, "layers", input);
      case RESIDUAL -> residual(layer, input);
      case CONCAT -> concat(layer, input);
    };
  }

  private static Verdict linear(LayerSpec layer, Shape input) {
    if (input.rank() == 0) {
      return refuse(new ShapeProblem.NoRows());
    }
    return expect(
        layer,
        "in_features",
        input.size(-1),
        Counted.VALUES_PER_ROW,
        input,
        input.with(-1, layer.integer("out_features")));
  }

  private static Verdict channels(
      LayerSpec layer, String argument, int axis, Shape input, int fewest, int most) {
    if (ranks(input, fewest, most) instanceof Refuses refusal) {
      return refusal;
    }
    return expect(layer, argument, input.size(axis), Counted.CHANNELS, input, input);
  }

  private static Verdict groupNorm(LayerSpec layer, Shape input) {
    int groups = layer.integer("num_groups");
    return layer.integer("num_channels") % groups == 0
        ? channels(layer, "num_channels", 1, input, 2, Integer.MAX_VALUE)
        : refuse(new ShapeProblem.Groups("num_groups", groups, List.of("num_channels")));
  }

  /// One slope suits any input, several those of as many channels.
  private static Verdict slopes(LayerSpec layer, Shape input) {
    if (layer.integer("num_parameters") == 1) {
      return new Fits(input);
    }
    if (ranks(input, 1, Integer.MAX_VALUE) instanceof Refuses refusal) {
      return refusal;
    }
    int channels = input.rank() > 1 ? input.size(1) : 1;
    return expect(layer, "num_parameters", channels, Counted.CHANNELS, input, input);
  }

  private static Verdict ranks(Shape input, int fewest, int most) {
    if (input.rank() >= fewest && input.rank() <= most) {
      return new Fits(input);
    }
    return refuse(new ShapeProblem.Axes(fewest, most, input));
  }

  private static Verdict layerNorm(LayerSpec layer, Shape input) {
    List<Integer> normalized = layer.sizes("normalized_shape");
    int rank = normalized.size();
    if (input.rank() < rank) {
      return refuse(new ShapeProblem.MoreAxes("normalized_shape", rank, input));
    }
    int[] sizes = input.toArray();
    List<Integer> last = Arrays.stream(sizes).skip(sizes.length - (long) rank).boxed().toList();
    return normalized.equals(last)
        ? new Fits(input)
        : new Refuses(
            new ShapeProblem.LastAxes("normalized_shape", normalized, last, input),
            changed(layer, "normalized_shape", last));
  }

  private static Verdict axis(LayerSpec layer, Shape input) {
    int axis = layer.integerOrNone("dim").orElse(0);
    int rank = Math.max(1, input.rank());
    return axis >= -rank && axis < rank
        ? new Fits(input)
        : refuse(new ShapeProblem.NoSuchAxis("dim", axis, rank, input));
  }

  private static Verdict convolution(LayerSpec layer, Shape input) {
    int axes = Windows.axes(layer);
    if (ranks(input, axes + 1, axes + 2) instanceof Refuses refusal) {
      return refusal;
    }
    try {
      Windows.checkPadding(layer);
    } catch (TorchException refused) {
      return refuse(new ShapeProblem.InTorchsWords(refused.torchMessage()));
    }
    int groups = layer.integer("groups");
    if (layer.integer("in_channels") % groups != 0 || layer.integer("out_channels") % groups != 0) {
      return refuse(
          new ShapeProblem.Groups("groups", groups, List.of("in_channels", "out_channels")));
    }
    return switch (slide(layer, input)) {
      case Fits(Shape output) ->
          expect(
              layer,
              "in_channels",
              input.size(-1 - axes),
              Counted.CHANNELS,
              input,
              output.with(-1 - axes, layer.integer("out_channels")));
      case Refuses refusal -> refusal;
      case TooLarge tooLarge -> tooLarge;
    };
  }

  private static Verdict transposed(LayerSpec layer, Shape input) {
    if (ranks(input, 3, 4) instanceof Refuses refusal) {
      return refusal;
    }
    int groups = layer.integer("groups");
    int channels = layer.integer("out_channels");
    if (layer.integer("in_channels") % groups != 0 || channels % groups != 0) {
      return refuse(
          new ShapeProblem.Groups("groups", groups, List.of("in_channels", "out_channels")));
    }
    Grid grid = Windows.of(layer);
    Pair added = layer.pair("output_padding").orElseThrow();
    Pair output = ConvTranspose2d.output(grid, added, input.size(-2), input.size(-1));
    if (ConvTranspose2d.addsTooMuch(grid, added) || output.height() < 1 || output.width() < 1) {
      return refuse(new ShapeProblem.Window(input));
    }
    return expect(
        layer,
        "in_channels",
        input.size(-3),
        Counted.CHANNELS,
        input,
        input.with(-3, channels).with(-2, output.height()).with(-1, output.width()));
  }

  private static Verdict upsampled(LayerSpec layer, Shape input) {
    try {
      int[] sizes = Upsample.output(input, Resizing.of(layer));
      Shape output = input;
      for (int axis = 0; axis < sizes.length; axis++) {
        output = output.with(axis - sizes.length, sizes[axis]);
      }
      return new Fits(output);
    } catch (TorchException refused) {
      return refuse(new ShapeProblem.InTorchsWords(refused.torchMessage()));
    }
  }

  private static Verdict pooling(LayerSpec layer, Shape input) {
    int axes = Windows.axes(layer);
    if (ranks(input, axes + 1, axes + 2) instanceof Refuses refusal) {
      return refusal;
    }
    Grid grid = Windows.of(layer);
    if (grid.paddingHeight() > grid.height() / 2 || grid.paddingWidth() > grid.width() / 2) {
      return refuse(new ShapeProblem.Padding());
    }
    return slide(layer, input);
  }

  /// Where a window moves along one axis, all is one row.
  private static Verdict slide(LayerSpec layer, Shape input) {
    Grid grid = Windows.of(layer);
    Pair extra = Windows.extra(layer);
    boolean isRow = Windows.axes(layer) == 1;
    int height = grid.outputHeight(isRow ? 1 : input.size(-2) + extra.height());
    int width = grid.outputWidth(input.size(-1) + extra.width());
    if (height <= 0 || width <= 0) {
      return refuse(new ShapeProblem.Window(input));
    }
    Shape output = input.with(-1, width);
    return new Fits(isRow ? output : output.with(-2, height));
  }

  private static Verdict adaptivePooling(LayerSpec layer, Shape input) {
    if (ranks(input, 3, 4) instanceof Refuses refusal) {
      return refusal;
    }
    return new Fits(
        input
            .with(-2, layer.part("output_size", 0).orElse(input.size(-2)))
            .with(-1, layer.part("output_size", 1).orElse(input.size(-1))));
  }

  private static Verdict reshaping(LayerSpec layer, Shape input) {
    try {
      return new Fits(
          switch (layer.type()) {
            case VIEW -> View.resolve(input, layer.sizes("shape"));
            case PERMUTE -> Permute.permuted(input, layer.sizes("dims"));
            default -> Flatten.flatten(input, layer.integer("start_dim"), layer.integer("end_dim"));
          });
    } catch (TorchException refused) {
      return refuse(new ShapeProblem.InTorchsWords(refused.torchMessage()));
    }
  }

  private static Shape extended(Shape shape, int size) {
    return Shape.of(IntStream.concat(Arrays.stream(shape.toArray()), IntStream.of(size)).toArray());
  }

  /// Where one of a container's layers does not fit and another one would, so does the container
  /// with that one.
  private static Verdict chain(LayerSpec container, String argument, Shape input) {
    Shape shape = input;
    for (LayerSpec layer : container.layers(argument)) {
      switch (apply(layer, shape)) {
        case Fits(Shape output) -> shape = output;
        case Refuses(ShapeProblem problem, Optional<LayerSpec> fitted) -> {
          return new Refuses(
              new ShapeProblem.Inside(layer.name(), problem),
              fitted.map(fits -> replaced(container, argument, layer, fits)));
        }
        case TooLarge(ShapeProblem problem) -> {
          return new TooLarge(new ShapeProblem.Inside(layer.name(), problem));
        }
      }
    }
    return new Fits(shape);
  }

  private static LayerSpec replaced(
      LayerSpec container, String argument, LayerSpec layer, LayerSpec fits) {
    return container.with(
        argument,
        container.layers(argument).stream().map(each -> each.equals(layer) ? fits : each).toList());
  }

  private static Verdict residual(LayerSpec layer, Shape input) {
    Verdict body = chain(layer, "body", input);
    Verdict shortcut = chain(layer, "shortcut", input);
    if (body instanceof Fits(Shape main) && shortcut instanceof Fits(Shape around)) {
      return sum(main, around);
    }
    return body instanceof Fits ? shortcut : body;
  }

  private static Verdict concat(LayerSpec layer, Shape input) {
    List<Shape> outputs = new ArrayList<>();
    for (LayerSpec branch : layer.layers("branches")) {
      switch (chain(branch, "layers", input)) {
        case Fits(Shape output) -> outputs.add(output);
        case Refuses(ShapeProblem problem, Optional<LayerSpec> fitted) -> {
          return new Refuses(
              problem, fitted.map(fits -> replaced(layer, "branches", branch, fits)));
        }
        case TooLarge tooLarge -> {
          return tooLarge;
        }
      }
    }
    try {
      return new Fits(Tensor.concatenated(outputs, layer.integer("dim")));
    } catch (TorchException refused) {
      return refuse(new ShapeProblem.InTorchsWords(refused.torchMessage()));
    }
  }

  private static Verdict sum(Shape main, Shape around) {
    try {
      return new Fits(main.broadcast(around));
    } catch (TorchException refused) {
      return refuse(new ShapeProblem.Sum(main, around));
    }
  }

  private static Verdict expect(
      LayerSpec layer, String argument, int given, Counted counted, Shape input, Shape output) {
    int expected = layer.integer(argument);
    return expected == given
        ? new Fits(output)
        : new Refuses(
            new ShapeProblem.Size(argument, expected, given, counted, input),
            changed(layer, argument, given));
  }

  /// The layer with one argument changed; empty where no such layer can be, as for no features.
  private static Optional<LayerSpec> changed(LayerSpec layer, String argument, Object value) {
    try {
      return Optional.of(layer.with(argument, value));
    } catch (InvalidValueException notAllowed) {
      return Optional.empty();
    }
  }

  private static Verdict refuse(ShapeProblem problem) {
    return new Refuses(problem, Optional.empty());
  }
}
