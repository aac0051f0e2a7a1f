package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.words.Phrase;

/// A module that is not understood.
final class Missing extends Module {
  private final String found;
  private final Phrase problem;
  private final Phrase understood;

  Missing(int line, String found, Phrase problem) {
    this(
        line,
        found,
        problem,
        Phrase.of("import.understood.layers", "layers", String.join(", ", LayerMaker.names())));
  }

  Missing(int line, String found, Phrase problem, Phrase understood) {
    super(line);
    this.found = found;
    this.problem = problem;
    this.understood = understood;
  }

  /// How the source writes it.
  String found() {
    return found;
  }

  Phrase problem() {
    return problem;
  }

  /// What would be understood in its place.
  Phrase understood() {
    return understood;
  }

  @Override
  SequencedMap<String, Module> members() {
    return new LinkedHashMap<>();
  }
}
