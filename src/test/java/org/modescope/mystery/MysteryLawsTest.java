package org.modescope.mystery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modescope.autograd.GradMode;
import org.modescope.mystery.Mark.Result;
import org.modescope.nn.Mode;

/// What holds for every mystery net and every guess.
class MysteryLawsTest {
  private static final List<Kind> KINDS = List.of(Kind.values());

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyNetRuns(@ForAll Level level, @ForAll long number) {
    MysteryNet net = MysteryNets.of(level, number);

    Report seen = new Exam(net).truth();

    assertThat(seen.ran().refusal()).isEmpty();
    assertThat(seen.output().passes()).isEqualTo(MysteryNet.PASSES);
    assertThat(seen.output().mean())
        .hasSize(MysteryNet.ROWS * net.outputs())
        .doesNotContain(Double.NaN);
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void trueAnswerIsRightThroughout(@ForAll Level level, @ForAll long number) {
    MysteryNet net = MysteryNets.of(level, number);

    Verdict verdict = checked(net, net.truth());

    assertThat(verdict.marks()).allMatch(mark -> mark.result() == Result.TRUE);
    assertThat(verdict.right()).isEqualTo(net.truth().items().size());
  }

  /// Both ways: what counts cannot be told from the truth, and what does not count can.
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void guessCountsExactlyWhereNothingTellsIt(
      @ForAll Level level, @ForAll long number, @ForAll("guesses") Guess guess) {
    MysteryNet net = MysteryNets.of(level, number);
    Composition guessed = guess.about(net);
    Exam exam = new Exam(net);

    Verdict verdict = new Check(net, exam, () -> false).of(guessed).orElseThrow();

    List<Item> counted =
        verdict.marks().stream().filter(mark -> mark.result().counts()).map(Mark::item).toList();
    Composition made = net.truth().with(counted, guessed);
    assertThat(exam.differences(made)).isEmpty();
    for (Mark mark : verdict.marks()) {
      if (mark.result() == Result.WRONG) {
        assertThat(exam.differences(made.with(mark.item(), guessed))).isNotEmpty();
        assertThat(mark.facts()).isNotEmpty();
      }
    }
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void layerOfOtherParametersIsWrong(@ForAll long number) {
    MysteryNet net = MysteryNets.of(Level.ONE, number);
    Kind truth = net.truth().cards().get(1).kind();
    Kind other =
        truth == Kind.BATCH_NORM || truth == Kind.LAYER_NORM ? Kind.IDENTITY : Kind.LAYER_NORM;

    Verdict verdict = checked(net, net.truth().with(1, new Card(other)));

    assertThat(verdict.marks().get(1).result()).isEqualTo(Result.WRONG);
    assertThat(verdict.marks().get(1).facts()).contains(Fact.PARAMETERS);
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void noGradAndInferenceModeLookTheSameAndGradDoesNot(@ForAll long number) {
    MysteryNet net = MysteryNets.of(Level.TWO, number);
    Composition truth = net.truth();

    for (GradMode guess : GradMode.values()) {
      Verdict verdict = checked(net, new Composition(truth.cards(), truth.mode(), guess));
      boolean isRecorded = truth.gradMode() == GradMode.GRAD;

      assertThat(verdict.isAllRight()).isEqualTo(isRecorded == (guess == GradMode.GRAD));
    }
  }

  private static Verdict checked(MysteryNet net, Composition guess) {
    return new Check(net, new Exam(net), () -> false).of(guess).orElseThrow();
  }

  /// A guess about any net: a number for each choice.
  record Guess(List<Integer> kinds, int p, int mode, int grad) {
    Composition about(MysteryNet net) {
      Composition guess =
          new Composition(
              net.truth().cards(),
              Mode.values()[mode % 2],
              net.level().gradModes().get(grad % net.level().gradModes().size()));
      List<Kind> allowed = KINDS.stream().filter(net.level().kinds()::contains).toList();
      for (int place = 0; place < net.slots().size(); place++) {
        int choice = kinds.get(place);
        // Most layers are guessed right, as most people would.
        if (choice < allowed.size()) {
          double probability =
              net.level().probabilities().get(p % net.level().probabilities().size());
          guess = guess.with(place, new Card(allowed.get(choice), probability, Optional.empty()));
        }
      }
      return guess;
    }
  }

  @Provide
  Arbitrary<Guess> guesses() {
    Arbitrary<List<Integer>> kinds = Arbitraries.integers().between(0, 20).list().ofSize(6);
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 5);
    return Combinators.combine(kinds, choice, choice, choice).as(Guess::new);
  }
}
