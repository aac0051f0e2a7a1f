package org.modescope.mystery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.random.Generator;
import org.modescope.nn.Mode;

/// Makes mystery nets.
public final class MysteryNets {
  private static final int FEATURES = 10;
  private static final int WIDE_ANSWER = 4;
  private static final List<Integer> HIDDEN = List.of(8, 12, 16, 20, 24);

  /// How seldom all layers of a net of the third level follow its mode.
  private static final int ALL_FOLLOW_ONE_IN = 4;

  private final Level level;
  private final Generator draws;

  private MysteryNets(Level level, Generator draws) {
    this.level = level;
    this.draws = draws;
  }

  /// The net of that number.
  public static MysteryNet of(Level level, long number) {
    Generator draws = Generator.seeded(number);
    // Nets of one number are not to be each other's beginnings.
    draws.skip(level.number());
    return new MysteryNets(level, draws).make(number);
  }

  private MysteryNet make(long number) {
    int hidden = among(HIDDEN);
    boolean endsOpen = level == Level.TWO && among(List.of(true, false));
    List<Slot> slots = slots(hidden, endsOpen);
    Composition truth;
    do {
      truth = draw(slots, endsOpen);
    } while (!isWorthwhile(truth));
    return new MysteryNet(level, number, slots, truth);
  }

  /// @param endsOpen whether the last layer is an unknown one, so that what it zeroes can be seen
  private List<Slot> slots(int hidden, boolean endsOpen) {
    List<Slot> slots = new ArrayList<>();
    slots.add(new Slot(FEATURES, hidden));
    slots.add(new Slot(hidden, hidden));
    switch (level) {
      case ONE -> slots.add(new Slot(hidden, 1));
      case TWO -> {
        slots.add(endsOpen ? new Slot(hidden, WIDE_ANSWER) : new Slot(hidden, hidden));
        slots.add(endsOpen ? new Slot(WIDE_ANSWER, WIDE_ANSWER) : new Slot(hidden, 1));
      }
      case THREE -> {
        slots.add(new Slot(hidden, hidden));
        slots.add(new Slot(hidden, hidden));
        slots.add(new Slot(hidden, hidden));
        slots.add(new Slot(hidden, 1));
      }
    }
    return slots;
  }

  private Composition draw(List<Slot> slots, boolean endsOpen) {
    Mode mode = among(List.of(Mode.values()));
    GradMode gradMode = among(level.gradModes());
    int fixed = level == Level.THREE ? 1 + among(List.of(1, 2, 3)) : 0;
    List<Card> cards = new ArrayList<>();
    for (int place = 0; place < slots.size(); place++) {
      Slot slot = slots.get(place);
      boolean isLast = place == slots.size() - 1;
      boolean isLinear = slot.in() != slot.out() || place == fixed;
      cards.add(isLinear ? new Card(Kind.LINEAR) : unknown(endsOpen && isLast));
    }
    return level.hasOwnModes()
        ? withOwnMode(new Composition(cards, mode, gradMode))
        : new Composition(cards, mode, gradMode);
  }

  /// @param isLast whether its output is the net's answer
  private Card unknown(boolean isLast) {
    List<Kind> kinds =
        level.kinds().stream()
            .filter(kind -> kind != Kind.LINEAR)
            .filter(kind -> !isLast || kind.drops() || kind == Kind.RELU)
            .toList();
    return new Card(among(kinds), among(level.probabilities()), Optional.empty());
  }

  /// Puts one layer that follows modes into the other mode.
  private Composition withOwnMode(Composition drawn) {
    List<Integer> following = new ArrayList<>();
    for (int place = 0; place < drawn.cards().size(); place++) {
      if (drawn.cards().get(place).kind().followsMode()) {
        following.add(place);
      }
    }
    if (following.isEmpty() || below(ALL_FOLLOW_ONE_IN) == 0) {
      return drawn;
    }
    int place = among(following);
    Card card = drawn.cards().get(place);
    Mode other = drawn.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
    return drawn.with(place, new Card(card.kind(), card.p(), Optional.of(other)));
  }

  /// No two unknown layers alike, and from the second level on something that a mode or a draw
  /// changes; two such layers at the third.
  private boolean isWorthwhile(Composition drawn) {
    List<Kind> unknown =
        drawn.cards().stream().map(Card::kind).filter(kind -> kind != Kind.LINEAR).toList();
    long lively =
        unknown.stream()
            .filter(kind -> kind.followsMode() || kind == Kind.FUNCTIONAL_DROPOUT)
            .count();
    boolean isMixed = unknown.stream().distinct().count() == unknown.size();
    return isMixed && lively >= level.number() - 1;
  }

  private <T> T among(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private int below(int count) {
    return (int) Math.floorMod(draws.random64() >>> 1, (long) count);
  }
}
