package org.modescope.files.pytorch;

import static org.modescope.experiment.LayerType.ADAPTIVE_AVG_POOL_1D;
import static org.modescope.experiment.LayerType.ADAPTIVE_AVG_POOL_2D;
import static org.modescope.experiment.LayerType.ALPHA_DROPOUT;
import static org.modescope.experiment.LayerType.AVG_POOL_1D;
import static org.modescope.experiment.LayerType.AVG_POOL_2D;
import static org.modescope.experiment.LayerType.BATCH_NORM_1D;
import static org.modescope.experiment.LayerType.BATCH_NORM_2D;
import static org.modescope.experiment.LayerType.CONV_1D;
import static org.modescope.experiment.LayerType.CONV_2D;
import static org.modescope.experiment.LayerType.DROPOUT;
import static org.modescope.experiment.LayerType.DROPOUT_1D;
import static org.modescope.experiment.LayerType.DROPOUT_2D;
import static org.modescope.experiment.LayerType.ELU;
import static org.modescope.experiment.LayerType.EMBEDDING;
import static org.modescope.experiment.LayerType.FEATURE_ALPHA_DROPOUT;
import static org.modescope.experiment.LayerType.FLATTEN;
import static org.modescope.experiment.LayerType.FUNCTIONAL_DROPOUT;
import static org.modescope.experiment.LayerType.GELU;
import static org.modescope.experiment.LayerType.GROUP_NORM;
import static org.modescope.experiment.LayerType.HARDSWISH;
import static org.modescope.experiment.LayerType.IDENTITY;
import static org.modescope.experiment.LayerType.INSTANCE_NORM_1D;
import static org.modescope.experiment.LayerType.INSTANCE_NORM_2D;
import static org.modescope.experiment.LayerType.LAYER_NORM;
import static org.modescope.experiment.LayerType.LEAKY_RELU;
import static org.modescope.experiment.LayerType.LINEAR;
import static org.modescope.experiment.LayerType.LOG_SOFTMAX;
import static org.modescope.experiment.LayerType.MAX_POOL_1D;
import static org.modescope.experiment.LayerType.MAX_POOL_2D;
import static org.modescope.experiment.LayerType.PERMUTE;
import static org.modescope.experiment.LayerType.PRELU;
import static org.modescope.experiment.LayerType.RELU;
import static org.modescope.experiment.LayerType.RELU_6;
import static org.modescope.experiment.LayerType.RESIDUAL;
import static org.modescope.experiment.LayerType.RRELU;
import static org.modescope.experiment.LayerType.SELU;
import static org.modescope.experiment.LayerType.SEQUENTIAL;
import static org.modescope.experiment.LayerType.SIGMOID;
import static org.modescope.experiment.LayerType.SILU;
import static org.modescope.experiment.LayerType.SOFTMAX;
import static org.modescope.experiment.LayerType.SOFTPLUS;
import static org.modescope.experiment.LayerType.TANH;
import static org.modescope.experiment.LayerType.UPSAMPLE;
import static org.modescope.experiment.LayerType.VIEW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.preset.ResNet18;
import org.modescope.run.RandomNet;

/// Nets that ask something of the code: names that are no identifiers, containers in containers,
/// every layer type and argument.
final class Nets {
  private static final int DRAWN = 120;

  private static final Set<LayerType> CHANGED_BEHIND_A_PERMUTE =
      Set.of(LINEAR, DROPOUT, ALPHA_DROPOUT, FUNCTIONAL_DROPOUT);

  private Nets() {}

  static Stream<Experiment> all() {
    return Stream.of(
        transfer(),
        indexed(),
        mixedNames(),
        awkwardNames(),
        nested(),
        images(),
        sequences(),
        words(),
        activations(),
        frozen(),
        lateDropout());
  }

  /// ResNet-18 with a frozen backbone and a classifier of its own.
  static Experiment transfer() {
    List<LayerSpec> layers = new ArrayList<>(ResNet18.layers(2, ResNet18.Backbone.FROZEN));
    layers.set(1, layers.get(1).withMode(Optional.of(Mode.EVAL)));
    return experiment("Transfer", Shape.of(2, 3, 64, 64), layers.toArray(LayerSpec[]::new));
  }

  /// Unnamed layers: an `nn.Sequential`.
  static Experiment indexed() {
    return experiment(
        "Unnamed layers",
        Shape.of(4, 2, 3),
        layer(VIEW, "0", "shape", List.of(-1, 6)),
        layer(LINEAR, "1", "in_features", 6, "out_features", 5).withRequiresGrad(false),
        layer(BATCH_NORM_1D, "2", "num_features", 5).withMode(Optional.of(Mode.EVAL)),
        layer(FUNCTIONAL_DROPOUT, "3", "p", 0.0),
        layer(
            SEQUENTIAL,
            "4",
            "layers",
            List.of(layer(LINEAR, "0", "in_features", 5, "out_features", 3), layer(TANH, "1"))));
  }

  static Experiment mixedNames() {
    return experiment(
        "ResidualBlock",
        Shape.of(4, 6),
        layer(LINEAR, "fc1", "in_features", 6, "out_features", 5),
        layer(RELU, "1").withMode(Optional.of(Mode.EVAL)),
        layer(LINEAR, "class", "in_features", 5, "out_features", 5),
        layer(LINEAR, "my layer", "in_features", 5, "out_features", 5)
            .withRequiresGrad(false)
            .withMode(Optional.of(Mode.EVAL)),
        layer(
            RESIDUAL,
            "a",
            "body",
            List.of(layer(LINEAR, "0", "in_features", 5, "out_features", 5)),
            "activation",
            "ReLU"));
  }

  /// Names that a module has already, and names that would be code if they were not quoted.
  static Experiment awkwardNames() {
    return experiment(
        "\"\"\"\nimport os  # coding: utf-7 '''",
        Shape.of(4, 6),
        layer(LINEAR, "train", "in_features", 6, "out_features", 5),
        layer(LINEAR, "_modules", "in_features", 5, "out_features", 5),
        layer(LINEAR, "\"); raise SystemExit(\"", "in_features", 5, "out_features", 5),
        layer(LINEAR, "größe\n\\ '", "in_features", 5, "out_features", 5),
        layer(
            SEQUENTIAL,
            "outer",
            "layers",
            List.of(
                layer(BATCH_NORM_1D, "forward", "num_features", 5),
                layer(LINEAR, "__x", "in_features", 5, "out_features", 5))));
  }

  static Experiment nested() {
    LayerSpec inner =
        layer(
            RESIDUAL,
            "inner",
            "body",
            List.of(
                layer(LINEAR, "fc", "in_features", 6, "out_features", 6),
                layer(VIEW, "view", "shape", List.of(-1, 6)),
                layer(BATCH_NORM_1D, "bn", "num_features", 6)),
            "shortcut",
            List.of(
                layer(LINEAR, "around", "in_features", 6, "out_features", 6),
                layer(SIGMOID, "squash")));
    LayerSpec outer =
        layer(
            RESIDUAL,
            "outer",
            "body",
            List.of(inner),
            "shortcut",
            List.of(layer(FUNCTIONAL_DROPOUT, "drop", "p", 0.0)),
            "activation",
            "ReLU");
    return experiment(
        "Nested",
        Shape.of(5, 6),
        outer,
        layer(
            SEQUENTIAL,
            "head",
            "layers",
            List.of(
                layer(SEQUENTIAL, "one", "layers", List.of(layer(IDENTITY, "0"), inner)),
                layer(FUNCTIONAL_DROPOUT, "two", "p", 0.0),
                layer(VIEW, "three", "shape", List.of(5, 2, 3)),
                layer(SEQUENTIAL, "empty", "layers", List.of()))),
        layer(RESIDUAL, "twice", "body", List.of()));
  }

  static Experiment images() {
    return experiment(
        "Images",
        Shape.of(3, 4, 9, 8),
        layer(
            CONV_2D,
            "conv1",
            "in_channels",
            4,
            "out_channels",
            8,
            "kernel_size",
            List.of(3, 2),
            "padding",
            "same",
            "dilation",
            2,
            "groups",
            2,
            "bias",
            false),
        layer(CONV_2D, "conv2", "in_channels", 8, "out_channels", 4, "kernel_size", List.of(2, 2)),
        layer(GROUP_NORM, "gn", "num_groups", 2, "num_channels", 4, "eps", 1e-3),
        layer(BATCH_NORM_2D, "bn", "num_features", 4, "momentum", null, "eps", 1e-6),
        layer(INSTANCE_NORM_2D, "in", "num_features", 4, "track_running_stats", true),
        layer(MAX_POOL_2D, "max", "kernel_size", 2, "stride", 1, "padding", 1, "ceil_mode", true),
        layer(
            AVG_POOL_2D,
            "avg",
            "kernel_size",
            List.of(2, 3),
            "stride",
            List.of(2, 1),
            "count_include_pad",
            false),
        layer(DROPOUT_2D, "drop", "p", 1.0),
        layer(UPSAMPLE, "up", "scale_factor", 2.0, "mode", "bilinear"),
        layer(UPSAMPLE, "sized", "size", List.of(3, 4)),
        layer(ADAPTIVE_AVG_POOL_2D, "adaptive", "output_size", Arrays.asList(2, null)),
        layer(FLATTEN, "flatten", "start_dim", 1, "end_dim", 2),
        layer(FLATTEN, "rest"));
  }

  static Experiment sequences() {
    return experiment(
        "Sequences",
        Shape.of(3, 4, 6),
        layer(INSTANCE_NORM_1D, "in1", "num_features", 4, "affine", true),
        layer(LAYER_NORM, "ln1", "normalized_shape", List.of(4, 6)),
        layer(LAYER_NORM, "ln2", "normalized_shape", 6, "elementwise_affine", false),
        layer(BATCH_NORM_1D, "bn", "num_features", 4, "track_running_stats", false),
        layer(DROPOUT_1D, "drop", "p", 0.0),
        layer(
            CONV_1D,
            "conv",
            "in_channels",
            4,
            "out_channels",
            4,
            "kernel_size",
            2,
            "padding",
            "same"),
        layer(MAX_POOL_1D, "max", "kernel_size", 2, "stride", 1),
        layer(AVG_POOL_1D, "mean", "kernel_size", 2, "stride", null, "count_include_pad", false),
        layer(FEATURE_ALPHA_DROPOUT, "feature", "p", 0.25),
        layer(ADAPTIVE_AVG_POOL_1D, "adaptive", "output_size", 2),
        layer(ALPHA_DROPOUT, "alpha", "p", 1.0));
  }

  /// Indices that are looked up, and axes in another order, in `forward` and in an `nn.Sequential`.
  ///
  /// Without a graph: PyTorch 1.13, which may run the script, keeps the table too, and keeps the
  /// weight of a Linear behind a Permute once for every row of the batch. 2.x does neither.
  static Experiment words() {
    return experiment(
            "Words",
            Shape.of(2, 3),
            layer(EMBEDDING, "embed", "num_embeddings", 5, "embedding_dim", 4, "padding_idx", 0),
            layer(PERMUTE, "swap", "dims", List.of(0, 2, 1)),
            layer(BATCH_NORM_1D, "bn", "num_features", 4),
            layer(
                SEQUENTIAL,
                "back",
                "layers",
                List.of(layer(PERMUTE, "0", "dims", List.of(0, 2, 1)), layer(RELU, "1"))),
            layer(LINEAR, "fc", "in_features", 4, "out_features", 2))
        .withInput(new InputSpec.Values(Shape.of(2, 3), new float[] {0, 3, 1, 4, 4, 2}))
        .withGradMode(GradMode.NO_GRAD);
  }

  static Experiment activations() {
    return experiment(
        "Activations",
        Shape.of(3, 4),
        layer(LEAKY_RELU, "leaky", "negative_slope", -0.25),
        layer(RELU_6, "relu6", "inplace", true),
        layer(PRELU, "prelu"),
        layer(PRELU, "slopes", "num_parameters", 4, "init", 0.1),
        layer(ELU, "elu", "alpha", 0.5),
        layer(SELU, "selu"),
        layer(HARDSWISH, "hardswish"),
        layer(SOFTPLUS, "softplus", "beta", 2.0),
        layer(RRELU, "rrelu", "lower", 0.25, "upper", 0.25),
        layer(LINEAR, "fc", "in_features", 4, "out_features", 4, "bias", false),
        layer(GELU, "gelu"),
        layer(GELU, "tanh_gelu", "approximate", "tanh"),
        layer(SILU, "silu"),
        layer(SIGMOID, "sigmoid"),
        layer(TANH, "tanh"),
        layer(SOFTMAX, "softmax", "dim", -1),
        layer(LOG_SOFTMAX, "log_softmax"));
  }

  /// Frozen layers among others, and frozen ones inside a container that is not.
  static Experiment frozen() {
    LayerSpec cold = layer(LINEAR, "cold", "in_features", 4, "out_features", 4);
    return experiment(
        "Frozen",
        Shape.of(3, 4),
        layer(LINEAR, "warm", "in_features", 4, "out_features", 4),
        layer(BATCH_NORM_1D, "bn", "num_features", 4),
        cold.withRequiresGrad(false),
        layer(
            SEQUENTIAL,
            "group",
            "layers",
            List.of(
                layer(LINEAR, "0", "in_features", 4, "out_features", 4).withRequiresGrad(false),
                layer(LINEAR, "1", "in_features", 4, "out_features", 4).withRequiresGrad(false),
                layer(LINEAR, "2", "in_features", 4, "out_features", 4))),
        layer(
                SEQUENTIAL,
                "rest",
                "layers",
                List.of(layer(BATCH_NORM_1D, "norm", "num_features", 4), cold))
            .withRequiresGrad(false)
            .withMode(Optional.of(Mode.EVAL)));
  }

  /// `F.dropout`, which eval does not stop.
  static Experiment lateDropout() {
    return experiment(
            "Late dropout",
            Shape.of(3, 4),
            layer(LINEAR, "fc", "in_features", 4, "out_features", 8),
            layer(FUNCTIONAL_DROPOUT, "drop", "p", 0.5))
        .withMode(Mode.EVAL)
        .withPasses(400);
  }

  /// Nets drawn from all layer types and arguments.
  static Stream<Experiment> drawn() {
    return LongStream.range(0, DRAWN)
        .mapToObj(
            seed -> {
              RandomNet net = RandomNet.draw(seed, 1 + (int) (seed % 6));
              return experiment(
                      "drawn " + seed, net.input(), net.layers().toArray(LayerSpec[]::new))
                  .withSeed(seed)
                  .withInput(drawn(net.input(), seed))
                  .withMode(seed % 3 == 0 ? Mode.EVAL : Mode.TRAIN)
                  .withGradMode(seed % 5 == 0 ? GradMode.NO_GRAD : GradMode.GRAD);
            })
        .filter(experiment -> !isAnsweredOtherwiseBefore2(experiment.network()));
  }

  /// Behind a Permute PyTorch 1.13, which may run the script, draws masks by axes, where 2.x draws
  /// them in the order of memory; and it multiplies a Linear's batches each by a weight of its own,
  /// and keeps those.
  private static boolean isAnsweredOtherwiseBefore2(List<LayerSpec> layers) {
    List<LayerType> types = types(layers).toList();
    return types.contains(PERMUTE) && types.stream().anyMatch(CHANGED_BEHIND_A_PERMUTE::contains);
  }

  private static Stream<LayerType> types(List<LayerSpec> layers) {
    return layers.stream()
        .flatMap(layer -> Stream.concat(Stream.of(layer.type()), types(layer.children())));
  }

  /// From the experiment's generator or one of its own, from either distribution.
  private static InputSpec drawn(Shape shape, long seed) {
    InputSpec.Distribution distribution =
        seed % 4 < 2 ? InputSpec.Distribution.NORMAL : InputSpec.Distribution.UNIFORM;
    return seed % 7 == 0
        ? new InputSpec.Drawn(shape, distribution, seed + 100)
        : new InputSpec.Drawn(shape, distribution);
  }

  static LayerSpec layer(LayerType type, String name, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    IntStream.range(0, namesAndValues.length / 2)
        .forEach(
            i -> arguments.put(String.valueOf(namesAndValues[2 * i]), namesAndValues[2 * i + 1]));
    return LayerSpec.of(type, name, arguments);
  }

  static Experiment experiment(String name, Shape input, LayerSpec... layers) {
    return Presets.simpleNet()
        .named(name, "")
        .withNetwork(List.of(layers))
        .withInput(new InputSpec.Drawn(input, InputSpec.Distribution.NORMAL))
        .withGradMode(GradMode.GRAD)
        .withPasses(3);
  }
}
