package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Phrase;

/// One reading of a source: what was found out so far, and what is to be said about it.
final class Session {
  /// A loop of more rounds around a net is followed once, and counted.
  static final long MOST_ROUNDS = 64;

  private static final int MOST_REMARKS = 20_000;
  private static final int MOST_PROBLEMS = 100;

  private final Budget budget = new Budget();
  private final SequencedSet<Remark> remarks = new LinkedHashSet<>();
  private final Set<Integer> problemLines = new HashSet<>();
  private final NavigableSet<Integer> toldLines = new TreeSet<>();
  private final List<Remark.Taken> switches = new ArrayList<>();
  private final Nets nets = new Nets();
  private final Passes passes = new Passes(this);
  private final SequencedSet<Leaf> used = new LinkedHashSet<>();
  private final Map<Flow, Integer> leftOut = new IdentityHashMap<>();
  private final List<Value.Sample> samples = new ArrayList<>();
  private final Set<Value.Sample> inLoop = new HashSet<>();
  private final List<Object> draws = new ArrayList<>();
  private final Optional<Shape> wanted;
  private OptionalLong seed = OptionalLong.empty();
  private @Nullable Assignment assignment;

  /// @param wanted the input's shape, if it is given apart from the source
  Session(Optional<Shape> wanted) {
    this.wanted = wanted;
  }

  Budget budget() {
    return budget;
  }

  Nets nets() {
    return nets;
  }

  Passes passes() {
    return passes;
  }

  Optional<Shape> wanted() {
    return wanted;
  }

  void setAssignment(Assignment given) {
    assignment = given;
  }

  Assignment assignment() {
    return Objects.requireNonNull(assignment);
  }

  List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  OptionalLong seed() {
    return seed;
  }

  void seed(long number, int line) {
    if (passes.isMade()) {
      passOver(Lines.of(line), Phrase.of("import.over.scenario"));
      return;
    }
    seed = OptionalLong.of(number);
    draws.clear();
    take(line, Phrase.of("import.taken.seed", "seed", Long.toString(number)));
  }

  /// Notes that numbers were drawn from the generator that everything is drawn from.
  void drawn(Object by) {
    if (!passes.isMade() && draws.size() < MOST_REMARKS) {
      draws.add(by);
    }
  }

  /// Notes a tensor that may be a net's input.
  void sampled(Value.Sample sample) {
    if (samples.size() < MOST_REMARKS) {
      samples.add(sample);
    }
    if (passes.isRepeating()) {
      inLoop.add(sample);
    }
  }

  /// Whether a tensor is made in a loop that is followed once for all of its rounds.
  boolean isInLoop(Value.Sample sample) {
    return inLoop.contains(sample);
  }

  /// The tensors that are made outside of nets, in order.
  List<Value.Sample> samples() {
    return samples;
  }

  /// Who drew numbers since the seed was set, in order.
  List<Object> draws() {
    return draws;
  }

  /// Notes that a net's `forward` calls a layer.
  void use(Leaf leaf) {
    used.add(leaf);
  }

  boolean isUsed(Leaf leaf) {
    return used.contains(leaf);
  }

  /// The layers that a net calls and that draw numbers when they are made, in its order.
  List<Leaf> usedInOrder() {
    return used.stream().filter(Leaf::isDrawn).toList();
  }

  void take(int line, Phrase what) {
    add(new Remark.Taken(Lines.of(line), what));
  }

  /// Notes that a mode, or what is frozen, was changed. It counts if passes follow.
  void switched(int line, Phrase what) {
    if (passes.isMade()) {
      passOver(Lines.of(line), Phrase.of("import.over.scenario"));
    } else if (switches.size() < MOST_REMARKS) {
      switches.add(new Remark.Taken(Lines.of(line), what));
      toldLines.add(line);
    }
  }

  /// Says what was switched so far.
  void settleSwitches() {
    switches.forEach(this::add);
    switches.clear();
  }

  void passOver(Lines lines, Phrase why) {
    add(new Remark.PassedOver(lines, why));
  }

  void assume(int line, Phrase what) {
    add(new Remark.Assumed(Lines.of(line), what));
  }

  /// Notes what is not understood; of a line, the first thing.
  void problem(int line, Phrase problem, Phrase understood) {
    if (problemLines.size() < MOST_PROBLEMS && problemLines.add(line)) {
      add(new Remark.NotUnderstood(Lines.of(line), problem, understood));
    }
  }

  void goesWith(int line, int cause) {
    if (line != cause) {
      add(new Remark.GoesWith(Lines.of(line), cause));
    }
  }

  /// Notes that a tensor stands for what a module would have made of it that is left out.
  void leaveOut(Flow flow, int cause) {
    leftOut.put(flow, cause);
  }

  /// The line of the module that a tensor was to go through, if it is left out.
  OptionalInt leftOut(Flow flow) {
    Integer cause = leftOut.get(flow);
    return cause == null ? OptionalInt.empty() : OptionalInt.of(cause);
  }

  /// Whether anything is said about one of some lines.
  boolean isTold(Lines lines) {
    Integer next = toldLines.ceiling(lines.first());
    return next != null && next <= lines.last();
  }

  private void add(Remark remark) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(remark);
      toldLines.add(remark.lines().first());
    }
  }
}
