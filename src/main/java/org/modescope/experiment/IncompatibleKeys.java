package org.modescope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.nn.StateDict;

/// What of a file's tensors fits a net's state, and what keeps the rest out, as `load_state_dict`
/// tells them apart.
///
/// As there, numbers of any type are taken for floats and for counters, and a missing counter is 0.
///
/// @param fitting the keys that can be loaded, in the net's order
/// @param missing the net's keys that the file lacks
/// @param unexpected the file's keys that the net lacks
/// @param mismatched the keys of both whose shapes differ
public record IncompatibleKeys(
    List<String> fitting,
    List<String> missing,
    List<String> unexpected,
    List<Mismatch> mismatched) {

  public IncompatibleKeys {
    fitting = List.copyOf(fitting);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
    mismatched = List.copyOf(mismatched);
  }

  /// A key whose tensor has one shape in the file and another in the net.
  public record Mismatch(String key, Shape found, Shape expected) {
    /// Why PyTorch refuses it, in its words.
    public String toTorch() {
      return "size mismatch for %s: copying a param with shape %s from checkpoint, the shape in current model is %s."
          .formatted(key, found.toTorch(), expected.toTorch());
    }
  }

  /// Compares a net's layout with a file's shapes.
  public static IncompatibleKeys of(StateLayout layout, Map<String, Shape> found) {
    List<String> fitting = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<Mismatch> mismatched = new ArrayList<>();
    layout
        .entries()
        .forEach(
            (key, entry) -> {
              Shape shape = found.get(key);
              boolean isCounter = entry instanceof StateLayout.Counter;
              if (shape == null) {
                if (!isCounter) {
                  missing.add(key);
                }
              } else if (isCounter ? isCounter(shape) : shape.equals(shape(entry))) {
                fitting.add(key);
              } else {
                mismatched.add(new Mismatch(key, shape, shape(entry)));
              }
            });
    List<String> unexpected =
        found.keySet().stream().filter(key -> !layout.entries().containsKey(key)).toList();
    return new IncompatibleKeys(fitting, missing, unexpected, mismatched);
  }

  /// Compares a net's layout with the tensors of a file that were read.
  public static IncompatibleKeys of(StateLayout layout, StateDict state) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    state
        .entries()
        .forEach(
            (key, entry) ->
                shapes.put(
                    key,
                    switch (entry) {
                      case StateDict.Floats floats -> floats.shape();
                      case StateDict.Counter _ -> Shape.of();
                    }));
    return of(layout, shapes);
  }

  /// Whether PyTorch takes a tensor for a counter: a scalar, or a list, of which it takes the first
  /// number.
  private static boolean isCounter(Shape shape) {
    return shape.rank() == 0 || shape.rank() == 1 && shape.size(0) > 0;
  }

  private static Shape shape(StateLayout.Entry entry) {
    return switch (entry) {
      case StateLayout.Floats(Shape shape) -> shape;
      case StateLayout.Counter() -> Shape.of();
    };
  }

  /// Whether all of the net is in the file and nothing else.
  public boolean isWhole() {
    return missing.isEmpty() && unexpected.isEmpty() && mismatched.isEmpty();
  }

  /// The name that stands in front of all keys that are unexpected and is not the net's, such as
  /// `module.`, which programs put there; empty if there is no such name.
  public Optional<String> prefix() {
    return unexpected.stream()
        .limit(1)
        .flatMap(
            key ->
                missing.stream()
                    .filter(absent -> key.endsWith("." + absent))
                    .map(absent -> key.substring(0, key.length() - absent.length())))
        .findFirst()
        .filter(prefix -> unexpected.stream().allMatch(key -> key.startsWith(prefix)));
  }

  /// What `load_state_dict` raises, line by line; the first line is the one that names the class.
  ///
  /// @param most how many keys of a kind are named; those beyond are counted
  public List<String> toTorch(int most) {
    List<String> lines = new ArrayList<>();
    lines.add("Error(s) in loading state_dict for Net:");
    if (!missing.isEmpty()) {
      lines.add("Missing key(s) in state_dict: " + quoted(missing, most) + ".");
    }
    if (!unexpected.isEmpty()) {
      lines.add("Unexpected key(s) in state_dict: " + quoted(unexpected, most) + ".");
    }
    mismatched.stream().limit(most).map(Mismatch::toTorch).forEach(lines::add);
    if (mismatched.size() > most) {
      lines.add(String.format(Locale.ROOT, "size mismatch for %d more.", mismatched.size() - most));
    }
    return List.copyOf(lines);
  }

  private static String quoted(List<String> keys, int most) {
    Stream<String> named = keys.stream().limit(most).map(key -> "\"" + key + "\"");
    Stream<String> more =
        keys.size() > most
            ? Stream.of(String.format(Locale.ROOT, "%d more", keys.size() - most))
            : Stream.empty();
    return Stream.concat(named, more).collect(Collectors.joining(", "));
  }
}
