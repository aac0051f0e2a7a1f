package org.modescope.mystery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.nn.Mode;

/// What else an item of a mystery net could have been.
final class Alternatives {
  private Alternatives() {}

  /// The true net with the item as each of the others.
  static List<Composition> of(MysteryNet net, Item item) {
    Composition truth = net.truth();
    Stream<Composition> all =
        switch (item) {
          case Item.Layer(int place) ->
              cards(net.level(), truth.cards().get(place)).stream()
                  .map(card -> truth.with(place, card));
          case Item.ModeSwitch() ->
              Stream.of(Mode.values())
                  .map(mode -> new Composition(truth.cards(), mode, truth.gradMode()));
          case Item.GradSwitch() ->
              net.level().gradModes().stream()
                  .map(grad -> new Composition(truth.cards(), truth.mode(), grad));
        };
    return all.filter(other -> !other.equals(truth)).toList();
  }

  /// Other kinds; the same kind with another probability, or in another mode.
  private static List<Card> cards(Level level, Card truth) {
    List<Card> cards = new ArrayList<>();
    for (Kind kind : level.kinds()) {
      double p = truth.kind().drops() ? truth.p() : Level.USUAL_P;
      cards.add(new Card(kind, p, truth.own()));
    }
    if (truth.kind().drops()) {
      level.probabilities().forEach(p -> cards.add(new Card(truth.kind(), p, truth.own())));
    }
    if (level.hasOwnModes()) {
      Stream.of(Optional.<Mode>empty(), Optional.of(Mode.TRAIN), Optional.of(Mode.EVAL))
          .forEach(own -> cards.add(new Card(truth.kind(), truth.p(), own)));
    }
    return cards.stream().distinct().toList();
  }
}
