package org.modescope.words;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the patterns of a language come from.
interface Patterns {
  Optional<String> find(String key);

  /// All keys there are.
  Set<String> keys();

  /// The keys of one area, which is what they begin with.
  default Set<String> keys(String area) {
    return keys().stream()
        .filter(key -> key.startsWith(area + "."))
        .collect(Collectors.toUnmodifiableSet());
  }
}
