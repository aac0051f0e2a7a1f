package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The layer types an experiment can name, with their arguments: the one table that the window's
/// fields, files and messages follow. Names, arguments and defaults are PyTorch's.
public enum LayerType {
  LINEAR(
      "Linear",
      "y = xWᵀ + b",
      Argument.size("in_features"),
      Argument.size("out_features"),
      Argument.flag("bias", true)),
  BATCH_NORM_1D(
      "BatchNorm1d",
      "normalises each feature over the batch",
      Argument.size("num_features"),
      Argument.number("eps", 1e-5, 0, 1),
      Argument.numberOrNone("momentum", 0.1, 0, 1),
      Argument.flag("affine", true),
      Argument.flag("track_running_stats", true)),
  DROPOUT("Dropout", "zeroes elements at random", Argument.number("p", 0.5, 0, 1)),
  RELU("ReLU", "max(x, 0)");

  private final String torchName;
  private final String summary;
  private final List<Argument> arguments;

  LayerType(String torchName, String summary, Argument... arguments) {
    this.torchName = torchName;
    this.summary = summary;
    this.arguments = List.of(arguments);
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

  /// The type of that PyTorch name.
  public static Optional<LayerType> named(String torchName) {
    return Arrays.stream(values()).filter(type -> type.torchName.equals(torchName)).findFirst();
  }
}
