package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.run.RandomNet.Dice;

/// Draws layers that take a given shape, with arguments from all over their range.
///
/// @param allowed the types to choose from
record RandomLayer(Dice dice, List<LayerType> allowed) {
  private static final int ATTEMPTS = 60;

  /// So many layers, each fitting the one before.
  List<LayerSpec> chain(String name, Shape input, int count) {
    List<LayerSpec> layers = new ArrayList<>();
    Shape shape = input;
    RandomLayer from = this;
    for (int i = 0; i < count; i++) {
      LayerSpec layer = from.fitting(name + i, shape);
      layers.add(layer);
      if (permutes(layer)) {
        from = from.withoutViews();
      }
      shape = RandomNet.outputOf(layer, shape).orElseThrow();
    }
    return layers;
  }

  private static boolean permutes(LayerSpec layer) {
    return layer.type() == LayerType.PERMUTE
        || layer.children().stream().anyMatch(RandomLayer::permutes);
  }

  /// Behind a Permute a View may be refused, whatever the shape.
  private RandomLayer withoutViews() {
    return new RandomLayer(dice, allowed.stream().filter(type -> type != LayerType.VIEW).toList());
  }

  private LayerSpec fitting(String name, Shape shape) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LayerType type = dice.of(allowed);
      Map<String, @Nullable Object> arguments = arguments(type, shape);
      if (arguments != null) {
        LayerSpec layer = switched(LayerSpec.of(type, name, arguments));
        if (RandomNet.outputOf(layer, shape).isPresent()) {
          return layer;
        }
      }
    }
    return LayerSpec.of(LayerType.IDENTITY, name, Map.of());
  }

  private LayerSpec switched(LayerSpec layer) {
    Optional<Mode> mode =
        dice.oneIn(5) ? Optional.of(dice.of(List.of(Mode.values()))) : Optional.empty();
    return layer.withMode(mode).withRequiresGrad(!dice.oneIn(5));
  }

  /// Arguments that may suit a shape; null where none can.
  private @Nullable Map<String, @Nullable Object> arguments(LayerType type, Shape shape) {
    int rank = shape.rank();
    return switch (type) {
      case LINEAR ->
          given("in_features", shape.size(-1), "out_features", dice.from(1, 6), "bias", flag());
      case CONV_1D -> rank < 2 ? null : rowConvolution(shape.size(-2));
      case CONV_TRANSPOSE_2D ->
          rank < 3
              ? null
              : given(
                  "in_channels",
                  shape.size(-3),
                  "out_channels",
                  dice.from(1, 2),
                  "kernel_size",
                  dice.from(1, 2),
                  "bias",
                  flag());
      case UPSAMPLE ->
          given(
              "scale_factor",
              dice.of(List.of(1.0, 1.5)),
              "mode",
              dice.of(List.of("nearest", "bilinear")));
      case CONV_2D -> rank < 3 ? null : convolution(shape.size(-3));
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D ->
          rank < 2 ? null : norm(shape.size(1), dice.of(Arrays.asList(0.1, 1.0, null)));
      case INSTANCE_NORM_1D -> rank < 2 ? null : norm(shape.size(-2), 0.1);
      case INSTANCE_NORM_2D -> rank < 3 ? null : norm(shape.size(-3), 0.1);
      case LAYER_NORM -> given("normalized_shape", lastSizes(shape), "elementwise_affine", flag());
      case GROUP_NORM -> rank < 2 ? null : groups(shape.size(1));
      case DROPOUT,
          DROPOUT_1D,
          DROPOUT_2D,
          DROPOUT_3D,
          ALPHA_DROPOUT,
          FEATURE_ALPHA_DROPOUT,
          FUNCTIONAL_DROPOUT ->
          given("p", dice.of(List.of(0.0, 0.1, 0.5, 0.9, 1.0)));
      case LEAKY_RELU -> given("negative_slope", dice.of(List.of(0.01, 0.3, 0.0, -0.5)));
      case RRELU -> given("lower", 0.1, "upper", dice.of(List.of(0.1, 0.5)));
      case GELU -> given("approximate", dice.of(List.of("none", "tanh")));
      case SOFTMAX, LOG_SOFTMAX ->
          given("dim", dice.oneIn(3) ? null : (Integer) dice.from(-rank, rank - 1));
      case MAX_POOL_2D -> pooling("dilation", dice.from(1, 2));
      case AVG_POOL_2D -> pooling("count_include_pad", flag());
      case MAX_POOL_1D -> given("kernel_size", dice.from(1, 2), "ceil_mode", flag());
      case AVG_POOL_1D -> given("kernel_size", dice.from(1, 2), "count_include_pad", flag());
      case ADAPTIVE_AVG_POOL_1D -> given("output_size", dice.from(1, 3));
      case ADAPTIVE_AVG_POOL_2D, ADAPTIVE_MAX_POOL_2D ->
          given("output_size", Arrays.asList(dice.of(List.of(1, 2, 3)), dice.oneIn(3) ? null : 2));
      case FLATTEN -> given("start_dim", dice.from(0, 1), "end_dim", dice.from(-2, -1));
      case VIEW -> given("shape", view(shape));
      case PERMUTE -> given("dims", dice.shuffled(IntStream.range(0, rank).boxed().toList()));
      // Takes whole numbers, which no layer makes.
      case EMBEDDING -> null;
      case SEQUENTIAL -> given("layers", chain("inner", shape, dice.from(1, 2)));
      case CONCAT ->
          LayerSpec.concat(
                  "cat",
                  List.of(List.of(), chain("branch", shape, dice.from(1, 2))),
                  dice.from(-rank, rank - 1))
              .arguments();
      case RESIDUAL ->
          given(
              "body",
              chain("body", shape, dice.from(1, 2)),
              "shortcut",
              chain("shortcut", shape, dice.from(0, 1)),
              "activation",
              dice.oneIn(2) ? "ReLU" : null);
      case PRELU ->
          given(
              "num_parameters",
              rank > 1 && flag() ? shape.size(1) : 1,
              "init",
              dice.of(List.of(0.25, -1.0)));
      case ELU -> given("alpha", dice.of(List.of(1.0, 0.3)));
      case SOFTPLUS -> given("beta", dice.of(List.of(1.0, 2.0)), "threshold", 20.0);
      case RELU, RELU_6, SELU, HARDSWISH, SILU, SIGMOID, TANH, IDENTITY -> given();
    };
  }

  private Map<String, @Nullable Object> rowConvolution(int channels) {
    return given(
        "in_channels",
        channels,
        "out_channels",
        dice.from(1, 3),
        "kernel_size",
        dice.from(1, 3),
        "padding",
        dice.oneIn(4) ? "same" : (Integer) dice.from(0, 2),
        "bias",
        flag());
  }

  private Map<String, @Nullable Object> convolution(int channels) {
    int groups = dice.oneIn(3) ? channels : 1;
    boolean isSame = dice.oneIn(4);
    return given(
        "in_channels",
        channels,
        "out_channels",
        groups * dice.from(1, 2),
        "kernel_size",
        List.of(dice.from(1, 3), dice.from(1, 3)),
        "stride",
        isSame ? 1 : dice.from(1, 2),
        "padding",
        isSame ? "same" : (Integer) dice.from(0, 2),
        "dilation",
        dice.from(1, 2),
        "groups",
        groups,
        "bias",
        flag());
  }

  private Map<String, @Nullable Object> norm(int features, @Nullable Object momentum) {
    return given(
        "num_features",
        features,
        "momentum",
        momentum,
        "affine",
        flag(),
        "track_running_stats",
        flag());
  }

  private Map<String, @Nullable Object> groups(int channels) {
    int groups = dice.from(1, channels);
    return given(
        "num_groups",
        channels % groups == 0 ? groups : 1,
        "num_channels",
        channels,
        "affine",
        flag());
  }

  private Map<String, @Nullable Object> pooling(String own, Object value) {
    return given(
        "kernel_size",
        List.of(dice.from(1, 3), dice.from(1, 3)),
        "stride",
        dice.oneIn(3) ? null : (Integer) dice.from(1, 2),
        "padding",
        dice.from(0, 1),
        "ceil_mode",
        flag(),
        own,
        value);
  }

  private List<Integer> lastSizes(Shape shape) {
    int count = dice.from(1, shape.rank());
    return Arrays.stream(shape.toArray()).skip(shape.rank() - (long) count).boxed().toList();
  }

  private List<Integer> view(Shape shape) {
    return dice.of(
        List.of(
            List.of(shape.size(0), -1),
            List.of(-1, shape.size(-1)),
            List.of(shape.size(0), -1, 2, 2)));
  }

  private boolean flag() {
    return dice.oneIn(2);
  }

  private static Map<String, @Nullable Object> given(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return arguments;
  }
}
