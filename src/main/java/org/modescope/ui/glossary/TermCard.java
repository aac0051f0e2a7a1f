package org.modescope.ui.glossary;

import java.util.List;
import java.util.Optional;

/// What the card about a word says.
///
/// @param id the entry
/// @param term the word
/// @param text two sentences
/// @param figure the numbers of the run on the screen, where the entry is about one
/// @param names what others call it
/// @param docs where PyTorch's documentation explains it; empty where it does not
/// @param links words to go on to
/// @param spoken all of it, read aloud
/// @param hasBefore whether there is something to go back to
record TermCard(
    String id,
    String term,
    String text,
    Optional<TermFigure> figure,
    List<Name> names,
    String docs,
    List<Link> links,
    String spoken,
    boolean hasBefore) {

  TermCard {
    names = List.copyOf(names);
    links = List.copyOf(links);
  }

  /// What one of the others calls it.
  record Name(String who, String called) {}

  /// A word to go on to.
  record Link(String id, String term) {}
}
