package org.modescope.lesson.condition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What was measured, by name.
public interface Measures {
  /// Before anything has run.
  Measures NONE =
      new Measures() {
        @Override
        public Optional<Value> find(String name) {
          return Optional.empty();
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }
      };

  /// The measure of a name; empty if there is none.
  Optional<Value> find(String name);

  /// The names that can be listed, for a hint at which one was meant.
  Collection<String> names();
}
