package org.modescope.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Mode;
import org.modescope.nn.Pair;

/// One layer as an experiment describes it; immutable.
///
/// @param type the layer type
/// @param name the name that its state carries, such as `fc1`
/// @param arguments every argument of the type, defaults filled in, in the type's order
/// @param mode an override of the net's mode, as `bn.eval()` after `net.train()`; none where `mode`
///   is an argument
/// @param requiresGrad false if its parameters are frozen
public record LayerSpec(
    LayerType type,
    String name,
    Map<String, @Nullable Object> arguments,
    Optional<Mode> mode,
    boolean requiresGrad) {

  /// Fills in defaults and checks every value.
  ///
  /// @throws InvalidValueException if a required argument is missing, a value is out of range, an
  ///   argument is unknown, the name cannot be a module's in PyTorch, or two layers inside share
  ///   one
  public LayerSpec {
    Map<String, @Nullable Object> complete = new LinkedHashMap<>();
    for (Argument argument : type.arguments()) {
      if (arguments.containsKey(argument.name())) {
        complete.put(argument.name(), argument.check(arguments.get(argument.name())));
      } else if (argument.isRequired()) {
        throw new InvalidValueException(
            argument.name(),
            "",
            "%s %s needs %s: %s"
                .formatted(type.torchName(), name, argument.name(), argument.allowed()));
      } else {
        complete.put(argument.name(), argument.defaultValue());
      }
    }
    for (String given : arguments.keySet()) {
      if (!complete.containsKey(given)) {
        throw new InvalidValueException(
            given, given, "%s has no argument %s".formatted(type.torchName(), given));
      }
    }
    arguments = Collections.unmodifiableMap(complete);
    mode = type.hasModeOfItsOwn() ? Optional.empty() : mode;
    if (name.isEmpty() || name.contains(".")) {
      throw new InvalidValueException(
          "name",
          name,
          "name must be one or more characters without a dot; found “%s”".formatted(name));
    }
    checkDistinctNames(children(type, arguments));
    if (type == LayerType.CONCAT) {
      checkBranches(children(type, arguments));
    }
  }

  private static void checkBranches(List<LayerSpec> branches) {
    boolean areSequences =
        branches.stream().allMatch(branch -> branch.type() == LayerType.SEQUENTIAL);
    if (branches.isEmpty() || !areSequences) {
      throw new InvalidValueException(
          "branches", "", "branches must be one or more lists of layers");
    }
  }

  /// A Concat of branches that are called `branch1`, `branch2`, and so on.
  public static LayerSpec concat(String name, List<List<LayerSpec>> branches, int dim) {
    List<LayerSpec> sequences = new ArrayList<>();
    for (List<LayerSpec> branch : branches) {
      String own = LayerType.branchName(sequences.size());
      sequences.add(of(LayerType.SEQUENTIAL, own, Map.of("layers", branch)));
    }
    return of(LayerType.CONCAT, name, Map.of("branches", sequences, "dim", dim));
  }

  /// Layers that stand side by side have names of their own, since their states' keys begin with
  /// them.
  ///
  /// @throws InvalidValueException if two share one
  static void checkDistinctNames(List<LayerSpec> layers) {
    Set<String> names = new HashSet<>();
    for (LayerSpec layer : layers) {
      if (!names.add(layer.name())) {
        throw new InvalidValueException(
            "name", layer.name(), "two layers are called “%s”".formatted(layer.name()));
      }
    }
  }

  /// A layer in the net's mode with trainable parameters.
  public static LayerSpec of(
      LayerType type, String name, Map<String, ? extends @Nullable Object> arguments) {
    return new LayerSpec(type, name, new LinkedHashMap<>(arguments), Optional.empty(), true);
  }

  /// The value of an argument that takes whole numbers.
  public int integer(String argument) {
    return (Integer) value(argument);
  }

  /// The value of an argument that takes whole numbers or None.
  public Optional<Integer> integerOrNone(String argument) {
    return Optional.ofNullable((Integer) arguments.get(argument));
  }

  /// The value of an argument that takes numbers.
  public double number(String argument) {
    return (Double) value(argument);
  }

  /// The value of an argument that takes numbers or None.
  public Optional<Double> numberOrNone(String argument) {
    return Optional.ofNullable((Double) arguments.get(argument));
  }

  /// The value of an argument that is on or off.
  public boolean flag(String argument) {
    return (Boolean) value(argument);
  }

  /// Whether it keeps running statistics.
  public boolean tracksStatistics() {
    return Boolean.TRUE.equals(arguments.get("track_running_stats"));
  }

  /// The value of an argument that is one of several words, or None.
  public Optional<String> word(String argument) {
    return arguments.get(argument) instanceof String word ? Optional.of(word) : Optional.empty();
  }

  /// The value of an argument that is a pair of sizes; empty where it is None or a word.
  public Optional<Pair> pair(String argument) {
    if (!(arguments.get(argument) instanceof List<?> sizes)) {
      return Optional.empty();
    }
    return Optional.of(new Pair((Integer) sizes.getFirst(), (Integer) sizes.getLast()));
  }

  /// One of the two sizes of a pair, 0 for rows and 1 for columns; empty where it is None.
  public Optional<Integer> part(String argument, int index) {
    List<?> sizes = (List<?>) value(argument);
    return Optional.ofNullable((Integer) sizes.get(Math.min(index, sizes.size() - 1)));
  }

  /// The value of an argument that is a list of sizes.
  public List<Integer> sizes(String argument) {
    return ((List<?>) value(argument)).stream().map(Integer.class::cast).toList();
  }

  /// The layers inside this one under an argument.
  public List<LayerSpec> layers(String argument) {
    return layers(value(argument));
  }

  /// All layers directly inside this one; empty unless it is a container.
  public List<LayerSpec> children() {
    return children(type, arguments);
  }

  /// The ways that a container's input takes through it, each from the container's input on; empty
  /// unless it is one.
  public List<List<LayerSpec>> ways() {
    return type == LayerType.CONCAT
        ? children().stream().map(List::of).toList()
        : type.layerArguments().stream().map(this::layers).toList();
  }

  private static List<LayerSpec> children(LayerType type, Map<String, @Nullable Object> arguments) {
    return type.layerArguments().stream()
        .flatMap(argument -> layers(arguments.get(argument)).stream())
        .toList();
  }

  private static List<LayerSpec> layers(@Nullable Object value) {
    return ((List<?>) Objects.requireNonNull(value)).stream().map(LayerSpec.class::cast).toList();
  }

  /// This layer under another name.
  ///
  /// @throws InvalidValueException if the name cannot be a module's in PyTorch
  public LayerSpec named(String newName) {
    return new LayerSpec(type, newName, arguments, mode, requiresGrad);
  }

  /// This layer with one argument changed.
  ///
  /// @throws InvalidValueException if the value is not allowed
  public LayerSpec with(String argument, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(arguments);
    changed.put(argument, value);
    return new LayerSpec(type, name, changed, mode, requiresGrad);
  }

  /// This layer with another mode override; empty to follow the net.
  public LayerSpec withMode(Optional<Mode> override) {
    return new LayerSpec(type, name, arguments, override, requiresGrad);
  }

  /// This layer with its parameters frozen or trainable.
  public LayerSpec withRequiresGrad(boolean trainable) {
    return new LayerSpec(type, name, arguments, mode, trainable);
  }

  private Object value(String argument) {
    Object value = arguments.get(argument);
    if (value == null) {
      throw new IllegalArgumentException(type.torchName() + " has no value for " + argument);
    }
    return value;
  }
}
