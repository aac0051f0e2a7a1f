package org.modescope.ui.mystery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.mystery.Card;
import org.modescope.mystery.Composition;
import org.modescope.mystery.MysteryNet;
import org.modescope.nn.Mode;

/// A guess as far as it has come.
///
/// @param cards what is guessed of each layer; empty where nothing is yet
/// @param mode empty before it is guessed
/// @param gradMode empty before it is guessed
record Guess(List<Optional<Card>> cards, Optional<Mode> mode, Optional<GradMode> gradMode) {
  Guess {
    cards = List.copyOf(cards);
  }

  /// Nothing guessed yet.
  static Guess about(MysteryNet net) {
    return new Guess(
        Collections.nCopies(net.slots().size(), Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }

  Guess with(int place, Card card) {
    List<Optional<Card>> changed = new ArrayList<>(cards);
    changed.set(place, Optional.of(card));
    return new Guess(changed, mode, gradMode);
  }

  Guess with(Mode guessed) {
    return new Guess(cards, Optional.of(guessed), gradMode);
  }

  Guess with(GradMode guessed) {
    return new Guess(cards, mode, Optional.of(guessed));
  }

  /// How much is still to be guessed.
  int open() {
    long layers = cards.stream().filter(Optional::isEmpty).count();
    return Math.toIntExact(layers) + (mode.isEmpty() ? 1 : 0) + (gradMode.isEmpty() ? 1 : 0);
  }

  /// The whole guess, once nothing is open.
  Optional<Composition> whole() {
    return open() > 0
        ? Optional.empty()
        : Optional.of(
            new Composition(
                cards.stream().flatMap(Optional::stream).toList(),
                mode.orElseThrow(),
                gradMode.orElseThrow()));
  }
}
