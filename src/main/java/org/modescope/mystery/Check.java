package org.modescope.mystery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.modescope.mystery.Mark.Result;

/// Checks guesses about a mystery net, fairly: whatever no instrument can tell from the truth
/// counts, and whether one can is measured.
///
/// Guesses that are not true are put into the true net together, as many of them as leave
/// everything visible as it is: those count. So a net that is another one throughout, and looks the
/// same throughout, is right throughout; and each guess that does not count changes something that
/// can be seen.
public final class Check {
  /// With more guesses that are not true than this, not every selection of them is tried.
  private static final int MOST_TRIED = 5;

  private final MysteryNet net;
  private final Exam exam;
  private final BooleanSupplier stopped;

  /// @param stopped whether to end early
  public Check(MysteryNet net, Exam exam, BooleanSupplier stopped) {
    this.net = net;
    this.exam = exam;
    this.stopped = stopped;
  }

  /// What can be said of a guess; empty where it was stopped.
  public Optional<Verdict> of(Composition guess) {
    Set<Item> same = same(guess);
    List<Mark> marks = new ArrayList<>();
    for (Item item : guess.items()) {
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      marks.add(mark(item, guess, same));
    }
    return Optional.of(new Verdict(guess, exam.truth(), marks));
  }

  /// How many guesses count, without what tells them; empty where it was stopped.
  public Optional<Integer> count(Composition guess) {
    int wrong = untrue(guess).size() - same(guess).size();
    return stopped.getAsBoolean() ? Optional.empty() : Optional.of(guess.items().size() - wrong);
  }

  private List<Item> untrue(Composition guess) {
    return guess.items().stream().filter(item -> !net.truth().agrees(item, guess)).toList();
  }

  /// The guesses that are not true and count all the same.
  private Set<Item> same(Composition guess) {
    List<Item> untrue = untrue(guess);
    if (untrue.isEmpty() || areSame(untrue, guess)) {
      return new HashSet<>(untrue);
    }
    return untrue.size() <= MOST_TRIED ? mostOf(untrue, guess) : gathered(untrue, guess);
  }

  private boolean areSame(List<Item> items, Composition guess) {
    return !stopped.getAsBoolean() && exam.differences(net.truth().with(items, guess)).isEmpty();
  }

  /// The largest selection that leaves everything as it is.
  private Set<Item> mostOf(List<Item> untrue, Composition guess) {
    int selections = 1 << untrue.size();
    List<Integer> largestFirst = new ArrayList<>();
    for (int selection = 1; selection < selections; selection++) {
      largestFirst.add(selection);
    }
    largestFirst.sort(Comparator.comparing(Integer::bitCount).reversed());
    for (int selection : largestFirst) {
      List<Item> selected = selected(untrue, selection);
      if (areSame(selected, guess)) {
        return new HashSet<>(selected);
      }
    }
    return Set.of();
  }

  private static List<Item> selected(List<Item> items, int selection) {
    List<Item> selected = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      if ((selection & 1 << index) != 0) {
        selected.add(items.get(index));
      }
    }
    return selected;
  }

  /// A selection that nothing can be added to, neither one guess nor two together.
  private Set<Item> gathered(List<Item> untrue, Composition guess) {
    List<Item> gathered = new ArrayList<>();
    for (Item first : untrue) {
      for (Item second : untrue) {
        List<Item> more = new ArrayList<>(gathered);
        more.add(first);
        more.add(second);
        if (!gathered.contains(first) && areSame(more.stream().distinct().toList(), guess)) {
          gathered.clear();
          gathered.addAll(new HashSet<>(more));
        }
      }
    }
    return new HashSet<>(gathered);
  }

  private Mark mark(Item item, Composition guess, Set<Item> same) {
    if (net.truth().agrees(item, guess)) {
      return told(item);
    }
    if (same.contains(item)) {
      return new Mark(item, Result.SAME, List.of(), Optional.empty(), List.of());
    }
    Composition instead = net.truth().with(same, guess).with(item, guess);
    return new Mark(item, Result.WRONG, exam.differences(instead), exam.report(instead), List.of());
  }

  /// What gives away something that was guessed right: the facts that rule out most of what else
  /// could have been guessed.
  private Mark told(Item item) {
    Map<Fact, Integer> ruledOut = new EnumMap<>(Fact.class);
    List<Composition> alike = new ArrayList<>();
    for (Composition other : Alternatives.of(net, item)) {
      List<Fact> differences = exam.differences(other);
      differences.forEach(fact -> ruledOut.merge(fact, 1, Integer::sum));
      if (differences.isEmpty()) {
        alike.add(other);
      }
    }
    List<Fact> telling =
        Arrays.stream(Fact.values())
            .filter(fact -> fact != Fact.SHAPES && ruledOut.containsKey(fact))
            .sorted(Comparator.comparing(ruledOut::get).reversed())
            .toList();
    return new Mark(item, Result.TRUE, orSizes(telling, alike), Optional.empty(), alike);
  }

  /// Where no other layer fits at all, sizes have told it.
  private List<Fact> orSizes(List<Fact> telling, List<Composition> alike) {
    if (!telling.isEmpty() || !alike.isEmpty()) {
      return telling;
    }
    return List.of(net.level().tellsParameters() ? Fact.PARAMETERS : Fact.SHAPES);
  }
}
