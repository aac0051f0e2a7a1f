package org.modescope.words;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// English with words of a test's own.
public final class OtherWords {
  private OtherWords() {}

  public static Text with(Map<String, String> added) {
    return new Text(Language.ENGLISH, new Added(BundleFiles.of("en"), added));
  }

  private record Added(Patterns english, Map<String, String> added) implements Patterns {
    @Override
    public Optional<String> find(String key) {
      return Optional.ofNullable(added.get(key)).or(() -> english.find(key));
    }

    @Override
    public Set<String> keys() {
      return english.keys();
    }
  }
}
