package org.modescope.nn;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;

/// A copy of a net's parameters, buffers and counters, under the keys that PyTorch's `state_dict`
/// gives them.
///
/// @param entries in the net's order
public record StateDict(SequencedMap<String, Entry> entries) {

  public StateDict {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /// One entry's value.
  public sealed interface Entry {}

  /// 32-bit floats, row-major.
  ///
  /// @param values not copied: a state may be large, and nobody changes one
  public record Floats(Shape shape, float[] values) implements Entry {
    /// Compares numbers bit by bit.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || other instanceof Floats that
              && shape.equals(that.shape)
              && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shape, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
      return "Floats[shape=%s]".formatted(shape);
    }
  }

  /// A counter, such as `num_batches_tracked`.
  public record Counter(long value) implements Entry {}

  /// The floats under a key.
  ///
  /// @throws IllegalArgumentException if there are none or their shape is another
  public float[] floats(String key, Shape shape) {
    if (entries.get(key) instanceof Floats floats && floats.shape().equals(shape)) {
      return floats.values();
    }
    throw new IllegalArgumentException(
        "the state has no floats of shape %s under %s".formatted(shape, key));
  }

  /// The counter under a key.
  ///
  /// @throws IllegalArgumentException if there is none
  public long counter(String key) {
    if (entries.get(key) instanceof Counter(long value)) {
      return value;
    }
    throw new IllegalArgumentException("the state has no counter under " + key);
  }

  /// This state with another's arrays in place of equal ones of its own: those are then found equal
  /// without going through them. To find out takes long for a large state.
  public StateDict sharing(StateDict known) {
    SequencedMap<String, Entry> shared = new LinkedHashMap<>(entries);
    shared.replaceAll(
        (key, entry) -> {
          Entry other = known.entries.get(key);
          return other != null && other.equals(entry) ? other : entry;
        });
    return new StateDict(shared);
  }

  /// Whether another state has the same keys and shapes, so that one can take the other's place.
  public boolean fits(StateDict other) {
    return entries.keySet().equals(other.entries.keySet())
        && entries.entrySet().stream()
            .allMatch(entry -> sameForm(entry.getValue(), other.entries.get(entry.getKey())));
  }

  private static boolean sameForm(Entry entry, @Nullable Entry other) {
    return switch (entry) {
      case Floats floats -> other instanceof Floats others && floats.shape().equals(others.shape());
      case Counter counter -> other instanceof Counter;
    };
  }
}
