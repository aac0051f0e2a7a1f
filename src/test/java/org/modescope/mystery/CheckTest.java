package org.modescope.mystery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.mystery.Mark.Result;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// The net that the mystery's picture shows: what is right, what is wrong and what cannot be told.
class CheckTest {
  private static final Card LINEAR = new Card(Kind.LINEAR);
  private static final Card NORM = new Card(Kind.BATCH_NORM);
  private static final Card DROPOUT = new Card(Kind.DROPOUT, 0.5, Optional.empty());
  private static final Card ALWAYS = new Card(Kind.FUNCTIONAL_DROPOUT, 0.5, Optional.empty());

  private static final Composition TRUTH =
      new Composition(List.of(LINEAR, NORM, ALWAYS, LINEAR), Mode.EVAL, GradMode.NO_GRAD);

  @Test
  void guessOfAnotherDropoutInTheOtherModeIsWrongTwice() {
    Verdict verdict =
        checked(
            TRUTH,
            new Composition(List.of(LINEAR, NORM, DROPOUT, LINEAR), Mode.TRAIN, GradMode.NO_GRAD));

    assertThat(results(verdict))
        .containsExactly(
            Result.TRUE, Result.TRUE, Result.WRONG, Result.TRUE, Result.WRONG, Result.TRUE);
    assertThat(verdict.marks().get(2).facts()).containsExactly(Fact.ANSWERS);
    assertThat(verdict.marks().get(4).facts()).contains(Fact.STATISTICS, Fact.ALONE);
  }

  @Test
  void whatGaveItAwayIsWhatWasMeasured() {
    Composition guess =
        new Composition(List.of(LINEAR, NORM, DROPOUT, LINEAR), Mode.TRAIN, GradMode.NO_GRAD);
    Verdict verdict = checked(TRUTH, guess);
    MarkWords words = new MarkWords(net(TRUTH), Text.english());

    assertThat(sentences(words, verdict, 0)).startsWith("220 = 10 × 20 + 20 parameters");
    assertThat(sentences(words, verdict, 1))
        .startsWith("20 running means, and a counter that stayed at 10");
    assertThat(sentences(words, verdict, 2))
        .startsWith(
            "10 passes, 10 different answers; Dropout(0.5) would have shown:"
                + " 10 passes, the same numbers bit for bit");
    assertThat(sentences(words, verdict, 4))
        .contains("train would have shown: 20 running means, and a counter that went from 10 to 20")
        .contains("one row alone is accepted; train would have shown: one row alone is refused");
    assertThat(sentences(words, verdict, 5)).contains("inference_mode would look the same here");
  }

  @Test
  void sleepingDropoutCountsAsIdentityAndSaysSo() {
    Composition truth =
        new Composition(List.of(LINEAR, NORM, DROPOUT, LINEAR), Mode.EVAL, GradMode.GRAD);

    Verdict verdict = checked(truth, truth.with(2, new Card(Kind.IDENTITY)));

    assertThat(verdict.marks().get(2).result()).isEqualTo(Result.SAME);
    assertThat(verdict.isAllRight()).isTrue();
    assertThat(sentences(new MarkWords(net(truth), Text.english()), verdict, 2))
        .isEqualTo("nothing that can be seen tells Identity from Dropout(0.5) here, so it counts");
  }

  @Test
  void netThatIsAnotherOneThroughoutCountsWhereItLooksTheSame() {
    Composition truth =
        new Composition(
            List.of(LINEAR, new Card(Kind.LAYER_NORM), ALWAYS, LINEAR), Mode.EVAL, GradMode.GRAD);
    Composition guess =
        new Composition(
            List.of(LINEAR, new Card(Kind.LAYER_NORM), DROPOUT, LINEAR), Mode.TRAIN, GradMode.GRAD);

    assertThat(checked(truth, guess).isAllRight()).isTrue();
  }

  @Test
  void sleepingBatchNormIsNoLayerNorm() {
    Verdict verdict = checked(TRUTH, TRUTH.with(1, new Card(Kind.LAYER_NORM)));

    assertThat(verdict.marks().get(1).facts()).contains(Fact.STATISTICS, Fact.LINE, Fact.LEVEL);
  }

  @Test
  void probabilityIsToldOnlyWhereZerosAreSeen() {
    Composition last =
        new Composition(
            List.of(LINEAR, new Card(Kind.LAYER_NORM), LINEAR, ALWAYS), Mode.EVAL, GradMode.GRAD);
    List<Slot> open = List.of(new Slot(10, 20), new Slot(20, 20), new Slot(20, 4), new Slot(4, 4));
    MysteryNet seen = new MysteryNet(Level.TWO, 417, open, last);
    Card other = new Card(Kind.FUNCTIONAL_DROPOUT, 0.2, Optional.empty());

    Verdict atTheEnd =
        new Check(seen, new Exam(seen), () -> false).of(last.with(3, other)).orElseThrow();
    Verdict within = checked(TRUTH, TRUTH.with(2, other));

    assertThat(atTheEnd.marks().get(3).facts()).containsExactly(Fact.ZEROS);
    assertThat(within.marks().get(2).result()).isEqualTo(Result.SAME);
  }

  @Test
  void layerThatDoesNotFitIsWrongBySizesAlone() {
    Verdict verdict = checked(TRUTH, TRUTH.with(3, DROPOUT));

    assertThat(verdict.marks().get(3).result()).isEqualTo(Result.WRONG);
    assertThat(verdict.marks().get(3).facts()).containsExactly(Fact.SHAPES);
    assertThat(sentences(new MarkWords(net(TRUTH), Text.english()), verdict, 3))
        .isEqualTo("only a Linear makes 1 of 20 features");
  }

  @Test
  void checkThatIsStoppedSaysNothing() {
    MysteryNet net = net(TRUTH);

    assertThat(new Check(net, new Exam(net), () -> true).of(TRUTH)).isEmpty();
  }

  private static MysteryNet net(Composition truth) {
    List<Slot> slots =
        List.of(new Slot(10, 20), new Slot(20, 20), new Slot(20, 20), new Slot(20, 1));
    return new MysteryNet(Level.TWO, 417, slots, truth);
  }

  private static Verdict checked(Composition truth, Composition guess) {
    MysteryNet net = net(truth);
    return new Check(net, new Exam(net), () -> false).of(guess).orElseThrow();
  }

  private static List<Result> results(Verdict verdict) {
    return verdict.marks().stream().map(Mark::result).toList();
  }

  private static String sentences(MarkWords words, Verdict verdict, int place) {
    return String.join(
        " | ",
        words.of(verdict.marks().get(place), verdict).stream()
            .map(MarkWords.Told::sentence)
            .toList());
  }
}
