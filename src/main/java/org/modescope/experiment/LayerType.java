package org.modescope.experiment;

import static org.modescope.experiment.Argument.MAXIMUM_SIZE;
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
  LINEAR("Linear", "y = xWᵀ + b", size("in_features"), size("out_features"), flag("bias", true)),
  CONV_2D(
      "Conv2d",
      "slides learned windows over an image",
      size("in_channels"),
      size("out_channels"),
      requiredPair("kernel_size"),
      pair("stride", 1, 1),
      pair("padding", 0, 0, "same", "valid"),
      pair("dilation", 1, 1),
      integer("groups", 1, 1, MAXIMUM_SIZE),
      flag("bias", true)),
  BATCH_NORM_1D("BatchNorm1d", "normalises each feature over the batch", batchNorm(true)),
  BATCH_NORM_2D(
      "BatchNorm2d", "normalises each channel over the batch and its pixels", batchNorm(true)),
  LAYER_NORM(
      "LayerNorm",
      "normalises each sample over its features",
      sizes("normalized_shape", 1),
      number("eps", 1e-5, 0, 1),
      flag("elementwise_affine", true)),
  GROUP_NORM(
      "GroupNorm",
      "normalises groups of channels of each sample",
      size("num_groups"),
      size("num_channels"),
      number("eps", 1e-5, 0, 1),
      flag("affine", true)),
  INSTANCE_NORM_1D("InstanceNorm1d", "normalises each channel of each sample", batchNorm(false)),
  INSTANCE_NORM_2D("InstanceNorm2d", "normalises each channel of each image", batchNorm(false)),
  DROPOUT("Dropout", "zeroes elements at random", number("p", 0.5, 0, 1)),
  DROPOUT_1D("Dropout1d", "zeroes whole channels at random", number("p", 0.5, 0, 1)),
  DROPOUT_2D("Dropout2d", "zeroes whole channels at random", number("p", 0.5, 0, 1)),
  ALPHA_DROPOUT("AlphaDropout", "drops to SELU's saturation", number("p", 0.5, 0, 1)),
  FUNCTIONAL_DROPOUT(
      "FunctionalDropout", "F.dropout: random in either mode", number("p", 0.5, 0, 1)),
  RELU("ReLU", "max(x, 0)"),
  LEAKY_RELU(
      "LeakyReLU",
      "x, or a little of it below 0",
      number("negative_slope", 0.01, -Double.MAX_VALUE, Double.MAX_VALUE)),
  RRELU(
      "RReLU",
      "a random slope below 0",
      number("lower", 0.125, -Double.MAX_VALUE, Double.MAX_VALUE),
      number("upper", 1.0 / 3, -Double.MAX_VALUE, Double.MAX_VALUE)),
  GELU("GELU", "x·Φ(x)", word("approximate", "none", "none", "tanh")),
  SILU("SiLU", "x·sigmoid(x)"),
  SIGMOID("Sigmoid", "1/(1 + e⁻ˣ)"),
  TANH("Tanh", "tanh x"),
  SOFTMAX(
      "Softmax",
      "exponentials that sum to 1",
      integer("dim", 0, -8, 7).orNone().defaultingTo(null)),
  LOG_SOFTMAX(
      "LogSoftmax", "logarithms of softmax", integer("dim", 0, -8, 7).orNone().defaultingTo(null)),
  MAX_POOL_2D(
      "MaxPool2d",
      "the largest pixel under a window",
      requiredPair("kernel_size"),
      pair("stride", 1, 1).orNone().defaultingTo(null),
      pair("padding", 0, 0),
      pair("dilation", 1, 1),
      flag("ceil_mode", false)),
  AVG_POOL_2D(
      "AvgPool2d",
      "the mean pixel under a window",
      requiredPair("kernel_size"),
      pair("stride", 1, 1).orNone().defaultingTo(null),
      pair("padding", 0, 0),
      flag("ceil_mode", false),
      flag("count_include_pad", true)),
  ADAPTIVE_AVG_POOL_2D(
      "AdaptiveAvgPool2d",
      "the mean pixel of each region",
      requiredPair("output_size").from(0).partlyNone()),
  FLATTEN(
      "Flatten",
      "joins axes into one",
      integer("start_dim", 1, -8, 7),
      integer("end_dim", -1, -8, 7)),
  VIEW("View", "the same numbers in another shape", sizes("shape", -1)),
  IDENTITY("Identity", "passes its input on"),
  SEQUENTIAL("Sequential", "layers one after another", layers("layers", null)),
  RESIDUAL(
      "Residual",
      "activation(body(x) + shortcut(x))",
      layers("body", null),
      layers("shortcut", List.of()),
      word("activation", null, "ReLU").orNone());

  private final String torchName;
  private final String summary;
  private final List<Argument> arguments;

  LayerType(String torchName, String summary, Argument... arguments) {
    this.torchName = torchName;
    this.summary = summary;
    this.arguments = List.of(arguments);
  }

  private static Argument[] batchNorm(boolean ofBatches) {
    return new Argument[] {
      size("num_features"),
      number("eps", 1e-5, 0, 1),
      number("momentum", 0.1, 0, 1).orNone(),
      flag("affine", ofBatches),
      flag("track_running_stats", ofBatches)
    };
  }

  /// PyTorch's class name, such as `BatchNorm1d`.
  public String torchName() {
    return torchName;
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

  /// Whether layers of this type hold other layers.
  public boolean isContainer() {
    return this == SEQUENTIAL || this == RESIDUAL;
  }

  /// Whether layers of this type normalise by batches and may keep running statistics of them.
  public boolean isBatchNorm() {
    return this == BATCH_NORM_1D || this == BATCH_NORM_2D;
  }

  /// The type of that PyTorch name.
  public static Optional<LayerType> named(String torchName) {
    return Arrays.stream(values()).filter(type -> type.torchName.equals(torchName)).findFirst();
  }
}
