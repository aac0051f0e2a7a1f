package org.modescope.files.pytorch.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names of a function, a class or the whole source.
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Value> values = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void put(String name, Value value) {
    values.put(name, value);
  }

  /// Its own names and what they stand for, those of modules apart.
  Value.Dictionary dictionary() {
    Map<Value, Value> entries = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (!(value instanceof Module)) {
            entries.put(new Value.Words(name), value);
          }
        });
    return new Value.Dictionary(entries);
  }

  Optional<Value> find(String name) {
    Value value = values.get(name);
    if (value != null) {
      return Optional.of(value);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }
}
