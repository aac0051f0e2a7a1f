package org.modescope.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A word of the program, explained.
///
/// @param id what code calls it, the same in every language
/// @param term the word
/// @param text two sentences about it
/// @param pytorch PyTorch's name of it, if it has one
/// @param keras Keras's
/// @param dl4j DL4J's
/// @param docs where PyTorch's documentation explains it, by name
/// @param see the ids of entries to go on to
public record GlossaryEntry(
    String id,
    String term,
    String text,
    Optional<String> pytorch,
    Optional<String> keras,
    Optional<String> dl4j,
    Optional<String> docs,
    List<String> see) {

  public GlossaryEntry {
    see = List.copyOf(see);
  }

  /// Whether a word that someone looks for is in the term or in a name of it.
  public boolean tellsOf(String wanted) {
    String sought = wanted.strip().toLowerCase(Locale.ROOT);
    return List.of(Optional.of(term), Optional.of(id), pytorch, keras, dl4j).stream()
        .flatMap(Optional::stream)
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(sought));
  }
}
