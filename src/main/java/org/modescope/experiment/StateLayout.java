package org.modescope.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.modescope.autograd.Shape;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;

/// The keys of a net's `state_dict` and what lies under each, found without building the net.
///
/// @param entries in the net's order
public record StateLayout(SequencedMap<String, Entry> entries) {
  /// The most memory that a net's state may take.
  public static final long MAXIMUM_BYTES = 4L << 30;

  public StateLayout {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /// What lies under a key.
  public sealed interface Entry {}

  /// 32-bit floats.
  public record Floats(Shape shape) implements Entry {}

  /// A 64-bit counter.
  public record Counter() implements Entry {}

  /// The layout of a net's state.
  public static StateLayout of(List<LayerSpec> network) {
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    for (PlacedLayer layer : PlacedLayer.of(network, Mode.TRAIN)) {
      LayerState.of(layer.spec())
          .entries()
          .forEach((name, entry) -> entries.put(layer.path() + "." + name, entry));
    }
    return new StateLayout(entries);
  }

  /// The keys of what is learned; all others are buffers, which gradients never reach.
  public static Set<String> parameterKeys(List<LayerSpec> network) {
    Set<String> keys = new HashSet<>();
    for (PlacedLayer layer : PlacedLayer.of(network, Mode.TRAIN)) {
      LayerState.of(layer.spec())
          .parameters()
          .keySet()
          .forEach(name -> keys.add(layer.path() + "." + name));
    }
    return keys;
  }

  /// How many numbers are drawn when these layers are made.
  public static long numbersDrawn(List<LayerSpec> layers) {
    return PlacedLayer.of(layers, Mode.TRAIN).stream()
        .filter(layer -> LayerFamily.of(layer.spec().type()) == LayerFamily.LEARNED)
        .flatMap(layer -> LayerState.of(layer.spec()).entries().values().stream())
        .mapToLong(entry -> bytes(entry).longValueExact() / Float.BYTES)
        .sum();
  }

  /// Whether a state has these keys, each of its shape.
  public boolean fits(StateDict state) {
    return problems(state).isEmpty();
  }

  /// @throws InvalidValueException if a state that must fit does not, or something was edited that
  ///   the net does not have; all that is wrong is listed
  void check(Parameters given) {
    List<String> problems =
        new ArrayList<>(given.loading().isStrict() ? problems(given.state()) : List.of());
    given
        .edits()
        .edits()
        .forEach(
            (key, edit) -> {
              if (!edit.fits(entries.get(key))) {
                problems.add("edited " + key);
              }
            });
    if (!problems.isEmpty()) {
      throw new InvalidValueException(
          "parameters", "", "parameters do not fit the net: " + String.join("; ", problems));
    }
  }

  /// @throws InvalidValueException if the state would take more than [#MAXIMUM_BYTES]
  public void checkSize() {
    BigInteger bytes = BigInteger.ZERO;
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      bytes = bytes.add(bytes(entry.getValue()));
      if (bytes.compareTo(BigInteger.valueOf(MAXIMUM_BYTES)) > 0) {
        throw new InvalidValueException(
            "network",
            entry.getKey(),
            ValueProblem.of(
                ValueProblem.Key.NET_TOO_LARGE,
                "bytes",
                grouped(bytes),
                "entry",
                entry.getKey(),
                "most",
                MAXIMUM_BYTES));
      }
    }
  }

  /// Checks a single layer, containers left to their members.
  ///
  /// @throws InvalidValueException naming the layer's first size, if its state would take more than
  ///   [#MAXIMUM_BYTES]
  public static void checkSize(LayerSpec layer) {
    BigInteger bytes =
        LayerState.of(layer).entries().values().stream()
            .map(StateLayout::bytes)
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (bytes.compareTo(BigInteger.valueOf(MAXIMUM_BYTES)) > 0) {
      String size = layer.type().arguments().getFirst().name();
      throw new InvalidValueException(
          size,
          String.valueOf(layer.arguments().get(size)),
          ValueProblem.of(
              ValueProblem.Key.LAYER_TOO_LARGE,
              "type",
              layer.type().torchName(),
              "layer",
              layer.name(),
              "bytes",
              grouped(bytes),
              "most",
              MAXIMUM_BYTES));
    }
  }

  /// It may be more than 64 bits hold.
  private static String grouped(BigInteger bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }

  private static BigInteger bytes(Entry entry) {
    return switch (entry) {
      case Floats(Shape shape) -> {
        BigInteger bytes = BigInteger.valueOf(Float.BYTES);
        for (int size : shape.toArray()) {
          bytes = bytes.multiply(BigInteger.valueOf(size));
        }
        yield bytes;
      }
      case Counter() -> BigInteger.valueOf(Long.BYTES);
    };
  }

  private List<String> problems(StateDict state) {
    List<String> problems = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          StateDict.Entry found = state.entries().get(key);
          if (found == null) {
            problems.add("missing " + key);
          } else if (entry instanceof Floats(Shape shape)
              && !(found instanceof StateDict.Floats floats && floats.shape().equals(shape))) {
            problems.add("%s must be floats of shape %s".formatted(key, shape));
          } else if (entry instanceof Counter && !(found instanceof StateDict.Counter)) {
            problems.add("%s must be a whole number".formatted(key));
          }
        });
    for (String key : state.entries().keySet()) {
      if (!entries.containsKey(key)) {
        problems.add("left over " + key);
      }
    }
    return problems;
  }
}
