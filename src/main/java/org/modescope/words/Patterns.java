package org.modescope.words;

import java.util.Optional;
import java.util.Set;

/// Where the patterns of a language come from.
interface Patterns {
  Optional<String> find(String key);

  /// All keys there are.
  Set<String> keys();
}
