package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.words.Phrase;

/// A module that is not understood.
final class Missing extends Module {
  private final String found;
  private final Phrase problem;

  Missing(int line, String found, Phrase problem) {
    super(line);
    this.found = found;
    this.problem = problem;
  }

  /// How the source writes it.
  String found() {
    return found;
  }

  Phrase problem() {
    return problem;
  }

  @Override
  SequencedMap<String, Module> members() {
    return new LinkedHashMap<>();
  }
}
