package org.modescope.experiment;

import static org.modescope.experiment.Argument.MAXIMUM_SIZE;
import static org.modescope.experiment.Argument.branches;
import static org.modescope.experiment.Argument.flag;
import static org.modescope.experiment.Argument.integer;
import static org.modescope.experiment.Argument.layers;
import static org.modescope.experiment.Argument.number;
import static org.modescope.experiment.Argument.pair;
import static org.modescope.experiment.Argument.requiredPair;
import static org.modescope.experiment.Argument.size;
import static org.modescope.experiment.Argument.sizes;
import static org.modescope.experiment.Argument.word;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The layer types an experiment can name, with their arguments: the one table that the window's
/// fields, files and messages follow. Names, arguments and defaults are PyTorch's.
public enum LayerType {
  LINEAR(
      "Linear",
      "fc",
      ModeEffect.NONE,
      "y = xWᵀ + b",
      size("in_features"),
      size("out_features"),
      flag("bias", true)),
  EMBEDDING(
      "Embedding",
      "embed",
      ModeEffect.NONE,
      "a learned row of numbers for each index",
      size("num_embeddings"),
      size("embedding_dim"),
      integer("padding_idx", 0, -MAXIMUM_SIZE, MAXIMUM_SIZE).orNone().defaultingTo(null)),
  CONV_2D(
      "Conv2d",
      "conv",
      ModeEffect.NONE,
      "slides learned windows over an image",
      size("in_channels"),
      size("out_channels"),
      requiredPair("kernel_size"),
      pair("stride", 1, 1),
      pair("padding", 0, 0, "same", "valid"),
      pair("dilation", 1, 1),
      integer("groups", 1, 1, MAXIMUM_SIZE),
      flag("bias", true)),
  CONV_1D(
      "Conv1d",
      "conv",
      ModeEffect.NONE,
      "slides learned windows along a row of positions",
      size("in_channels"),
      size("out_channels"),
      size("kernel_size"),
      integer("stride", 1, 1, MAXIMUM_SIZE),
      integer("padding", 0, 0, MAXIMUM_SIZE).orWords("same", "valid"),
      integer("dilation", 1, 1, MAXIMUM_SIZE),
      integer("groups", 1, 1, MAXIMUM_SIZE),
      flag("bias", true)),
  CONV_TRANSPOSE_2D(
      "ConvTranspose2d",
      "conv",
      ModeEffect.NONE,
      "spreads pixels by learned windows over a larger image",
      size("in_channels"),
      size("out_channels"),
      requiredPair("kernel_size"),
      pair("stride", 1, 1),
      pair("padding", 0, 0),
      pair("output_padding", 0, 0),
      integer("groups", 1, 1, MAXIMUM_SIZE),
      flag("bias", true),
      pair("dilation", 1, 1)),
  BATCH_NORM_1D(
      "BatchNorm1d",
      "bn",
      ModeEffect.NORMALISES_BY_BATCH,
      "normalises each feature over the batch",
      batchNorm(true)),
  BATCH_NORM_2D(
      "BatchNorm2d",
      "bn",
      ModeEffect.NORMALISES_BY_BATCH,
      "normalises each channel over the batch and its pixels",
      batchNorm(true)),
  BATCH_NORM_3D(
      "BatchNorm3d",
      "bn",
      ModeEffect.NORMALISES_BY_BATCH,
      "normalises each channel over the batch and its voxels",
      batchNorm(true)),
  LAYER_NORM(
      "LayerNorm",
      "ln",
      ModeEffect.NONE,
      "normalises each sample over its features",
      sizes("normalized_shape", 1),
      number("eps", 1e-5, 0, 1),
      flag("elementwise_affine", true)),
  GROUP_NORM(
      "GroupNorm",
      "gn",
      ModeEffect.NONE,
      "normalises groups of channels of each sample",
      size("num_groups"),
      size("num_channels"),
      number("eps", 1e-5, 0, 1),
      flag("affine", true)),
  INSTANCE_NORM_1D(
      "InstanceNorm1d",
      "in",
      ModeEffect.NORMALISES_BY_SAMPLE,
      "normalises each channel of each sample",
      batchNorm(false)),
  INSTANCE_NORM_2D(
      "InstanceNorm2d",
      "in",
      ModeEffect.NORMALISES_BY_SAMPLE,
      "normalises each channel of each image",
      batchNorm(false)),
  DROPOUT(
      "Dropout",
      "dropout",
      ModeEffect.DROPS_ELEMENTS,
      "zeroes elements at random",
      number("p", 0.5, 0, 1),
      flag("inplace", false)),
  DROPOUT_1D(
      "Dropout1d",
      "dropout",
      ModeEffect.DROPS_CHANNELS,
      "zeroes whole channels at random",
      number("p", 0.5, 0, 1),
      flag("inplace", false)),
  DROPOUT_2D(
      "Dropout2d",
      "dropout",
      ModeEffect.DROPS_CHANNELS,
      "zeroes whole channels at random",
      number("p", 0.5, 0, 1),
      flag("inplace", false)),
  DROPOUT_3D(
      "Dropout3d",
      "dropout",
      ModeEffect.DROPS_CHANNELS,
      "zeroes whole channels at random",
      number("p", 0.5, 0, 1),
      flag("inplace", false)),
  ALPHA_DROPOUT(
      "AlphaDropout",
      "dropout",
      ModeEffect.DROPS_TO_SATURATION,
      "drops to SELU's saturation",
      number("p", 0.5, 0, 1)),
  FEATURE_ALPHA_DROPOUT(
      "FeatureAlphaDropout",
      "dropout",
      ModeEffect.DROPS_TO_SATURATION,
      "drops whole channels to SELU's saturation",
      number("p", 0.5, 0, 1)),
  FUNCTIONAL_DROPOUT(
      "FunctionalDropout",
      "dropout",
      ModeEffect.DROPS_IN_EITHER_MODE,
      "F.dropout: random in either mode",
      number("p", 0.5, 0, 1)),
  RELU("ReLU", "relu", ModeEffect.NONE, "max(x, 0)", flag("inplace", false)),
  RELU_6("ReLU6", "relu", ModeEffect.NONE, "max(x, 0), at most 6", flag("inplace", false)),
  LEAKY_RELU(
      "LeakyReLU",
      "leakyrelu",
      ModeEffect.NONE,
      "x, or a little of it below 0",
      number("negative_slope", 0.01, -Double.MAX_VALUE, Double.MAX_VALUE),
      flag("inplace", false)),
  PRELU(
      "PReLU",
      "prelu",
      ModeEffect.NONE,
      "x, or a learned part of it below 0",
      integer("num_parameters", 1, 1, MAXIMUM_SIZE),
      number("init", 0.25, -Double.MAX_VALUE, Double.MAX_VALUE)),
  RRELU(
      "RReLU",
      "rrelu",
      ModeEffect.DRAWS_SLOPES,
      "a random slope below 0",
      number("lower", 0.125, -Double.MAX_VALUE, Double.MAX_VALUE),
      number("upper", 1.0 / 3, -Double.MAX_VALUE, Double.MAX_VALUE),
      flag("inplace", false)),
  ELU(
      "ELU",
      "elu",
      ModeEffect.NONE,
      "x, or alpha·(eˣ − 1) below 0",
      number("alpha", 1, -Double.MAX_VALUE, Double.MAX_VALUE),
      flag("inplace", false)),
  SELU(
      "SELU",
      "selu",
      ModeEffect.NONE,
      "an ELU that keeps mean 0 and variance 1",
      flag("inplace", false)),
  GELU("GELU", "gelu", ModeEffect.NONE, "x·Φ(x)", word("approximate", "none", "none", "tanh")),
  SILU("SiLU", "silu", ModeEffect.NONE, "x·sigmoid(x)", flag("inplace", false)),
  HARDSWISH(
      "Hardswish",
      "hardswish",
      ModeEffect.NONE,
      "x·min(max(x + 3, 0), 6)/6",
      flag("inplace", false)),
  SOFTPLUS(
      "Softplus",
      "softplus",
      ModeEffect.NONE,
      "log(1 + e^(beta·x))/beta",
      number("beta", 1, -Double.MAX_VALUE, Double.MAX_VALUE),
      number("threshold", 20, -Double.MAX_VALUE, Double.MAX_VALUE)),
  SIGMOID("Sigmoid", "sigmoid", ModeEffect.NONE, "1/(1 + e⁻ˣ)"),
  TANH("Tanh", "tanh", ModeEffect.NONE, "tanh x"),
  SOFTMAX(
      "Softmax",
      "softmax",
      ModeEffect.NONE,
      "exponentials that sum to 1",
      integer("dim", 0, -8, 7).orNone().defaultingTo(null)),
  LOG_SOFTMAX(
      "LogSoftmax",
      "logsoftmax",
      ModeEffect.NONE,
      "logarithms of softmax",
      integer("dim", 0, -8, 7).orNone().defaultingTo(null)),
  MAX_POOL_1D(
      "MaxPool1d",
      "pool",
      ModeEffect.NONE,
      "the largest position under a window",
      size("kernel_size"),
      integer("stride", 1, 1, MAXIMUM_SIZE).orNone().defaultingTo(null),
      integer("padding", 0, 0, MAXIMUM_SIZE),
      integer("dilation", 1, 1, MAXIMUM_SIZE),
      flag("ceil_mode", false)),
  AVG_POOL_1D(
      "AvgPool1d",
      "pool",
      ModeEffect.NONE,
      "the mean position under a window",
      size("kernel_size"),
      integer("stride", 1, 1, MAXIMUM_SIZE).orNone().defaultingTo(null),
      integer("padding", 0, 0, MAXIMUM_SIZE),
      flag("ceil_mode", false),
      flag("count_include_pad", true)),
  ADAPTIVE_AVG_POOL_1D(
      "AdaptiveAvgPool1d",
      "pool",
      ModeEffect.NONE,
      "the mean position of each stretch",
      size("output_size").from(0)),
  MAX_POOL_2D(
      "MaxPool2d",
      "pool",
      ModeEffect.NONE,
      "the largest pixel under a window",
      requiredPair("kernel_size"),
      pair("stride", 1, 1).orNone().defaultingTo(null),
      pair("padding", 0, 0),
      pair("dilation", 1, 1),
      flag("ceil_mode", false)),
  AVG_POOL_2D(
      "AvgPool2d",
      "pool",
      ModeEffect.NONE,
      "the mean pixel under a window",
      requiredPair("kernel_size"),
      pair("stride", 1, 1).orNone().defaultingTo(null),
      pair("padding", 0, 0),
      flag("ceil_mode", false),
      flag("count_include_pad", true)),
  ADAPTIVE_AVG_POOL_2D(
      "AdaptiveAvgPool2d",
      "pool",
      ModeEffect.NONE,
      "the mean pixel of each region",
      requiredPair("output_size").from(0).partlyNone()),
  ADAPTIVE_MAX_POOL_2D(
      "AdaptiveMaxPool2d",
      "pool",
      ModeEffect.NONE,
      "the largest pixel of each region",
      requiredPair("output_size").from(0).partlyNone()),
  UPSAMPLE(
      "Upsample",
      "up",
      ModeEffect.NONE,
      "an image of another size",
      pair("size", 1, 1).orNone().defaultingTo(null),
      number("scale_factor", 1, 0, Double.MAX_VALUE).orNone().defaultingTo(null),
      word("mode", "nearest", "nearest", "bilinear"),
      flag("align_corners", false).orNone().defaultingTo(null)),
  FLATTEN(
      "Flatten",
      "flatten",
      ModeEffect.NONE,
      "joins axes into one",
      integer("start_dim", 1, -8, 7),
      integer("end_dim", -1, -8, 7)),
  VIEW("View", "view", ModeEffect.NONE, "the same numbers in another shape", sizes("shape", -1)),
  PERMUTE(
      "Permute", "permute", ModeEffect.NONE, "the same axes in another order", sizes("dims", -8)),
  IDENTITY("Identity", "identity", ModeEffect.NONE, "passes its input on"),
  SEQUENTIAL(
      "Sequential",
      "sequential",
      ModeEffect.NONE,
      "layers one after another",
      layers("layers", null)),
  RESIDUAL(
      "Residual",
      "residual",
      ModeEffect.NONE,
      "activation(body(x) + shortcut(x))",
      layers("body", null),
      layers("shortcut", List.of()),
      word("activation", null, "ReLU").orNone()),
  CONCAT(
      "Concat",
      "cat",
      ModeEffect.NONE,
      "torch.cat of the outputs of its branches",
      branches("branches"),
      integer("dim", 0, -8, 7));

  /// What the branches of a [#CONCAT] are called, before their number.
  private static final String BRANCH = "branch";

  private final String torchName;
  private final String stem;
  private final ModeEffect effect;
  private final String summary;
  private final List<Argument> arguments;

  /// @param stem what layers of this type are usually called, before their number
  /// @param effect what a mode changes about them
  LayerType(
      String torchName, String stem, ModeEffect effect, String summary, Argument... arguments) {
    this.torchName = torchName;
    this.stem = stem;
    this.effect = effect;
    this.summary = summary;
    this.arguments = List.of(arguments);
  }

  private static Argument[] batchNorm(boolean ofBatches) {
    return new Argument[] {
      size("num_features"),
      number("eps", 1e-5, 0, 1),
      number("momentum", 0.1, -Double.MAX_VALUE, Double.MAX_VALUE).orNone(),
      flag("affine", ofBatches),
      flag("track_running_stats", ofBatches)
    };
  }

  /// PyTorch's class name, such as `BatchNorm1d`.
  public String torchName() {
    return torchName;
  }

  /// What layers of this type are usually called, before their number: `fc`, `bn`.
  public String stem() {
    return stem;
  }

  /// What a mode changes about layers of this type.
  public ModeEffect effect() {
    return effect;
  }

  /// What the layer computes, in a few words.
  public String summary() {
    return summary;
  }

  /// The arguments in PyTorch's order.
  public List<Argument> arguments() {
    return arguments;
  }

  /// The argument of that name.
  ///
  /// @throws IllegalArgumentException if this type has none of that name
  public Argument argument(String name) {
    return arguments.stream()
        .filter(argument -> argument.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(torchName + " has no argument " + name));
  }

  /// Whether `mode` is an argument of this type: such a layer is the same in both modes, and has no
  /// override under that key.
  public boolean hasModeOfItsOwn() {
    return arguments.stream().anyMatch(argument -> argument.name().equals("mode"));
  }

  /// Whether layers of this type hold other layers.
  public boolean isContainer() {
    return !layerArguments().isEmpty();
  }

  /// The names of the arguments that hold other layers, in the order in which their states are
  /// kept.
  public List<String> layerArguments() {
    return arguments.stream()
        .filter(argument -> argument.kind() == Argument.Kind.LAYERS)
        .map(Argument::name)
        .toList();
  }

  /// Whether layers of this type normalise by batches and may keep running statistics of them.
  public boolean isBatchNorm() {
    return effect == ModeEffect.NORMALISES_BY_BATCH;
  }

  /// What one of the branches of a [#CONCAT] is called, each a [#SEQUENTIAL].
  ///
  /// @param index counted from 0
  public static String branchName(int index) {
    return BRANCH + (index + 1);
  }

  /// The type of that PyTorch name.
  public static Optional<LayerType> named(String torchName) {
    return Arrays.stream(values()).filter(type -> type.torchName.equals(torchName)).findFirst();
  }
}
