package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Agreement;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;
import org.modescope.measure.SettingDifference;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// Pairs of real runs, and what is said of them.
class PairReadingTest {
  private final Experiment simpleNet = Presets.simpleNet();

  @Test
  void noGradTakesTheGraphAndNothingElse() {
    RunPair pair = beside(each -> each.withGradMode(GradMode.NO_GRAD));

    assertThat(pair.differences())
        .containsExactly(new SettingDifference.OfGradMode(GradMode.GRAD, GradMode.NO_GRAD));
    assertThat(pair.outputs()).isEqualTo(Agreement.SAME);
    assertThat(pair.statistics()).isEqualTo(Agreement.SAME);
    assertThat(pair.memory()).isEqualTo(Agreement.DIFFERENT);
    assertThat(read(pair).headline()).isEqualTo("no_grad took the graph away, and nothing else.");
    assertThat(read(pair).detail())
        .contains("What comes out and what the statistics became are the same, bit for bit.");
  }

  @Test
  void evalIsTheCauseAndItsLayersAreNamed() {
    RunPair pair = beside(each -> each.withMode(Mode.EVAL));

    assertThat(read(pair).headline())
        .isEqualTo("eval instead of train: the mode is the only difference.");
    assertThat(read(pair).detail()).contains("“dropout” draws a mask", "“bn1” normalises");
    assertThat(new PairTable(pair, Text.english()).rows().stream().map(PairRow::difference))
        .containsExactly("−0.69", "only A moved", "−2,720 B");
  }

  @Test
  void anArgumentIsNamedWithBothValues() {
    RunPair pair = beside(each -> each.withLayer(2, each.network().get(2).with("p", 0.2)));

    assertThat(read(pair).headline())
        .isEqualTo("p of “dropout” is the only difference: 0.5 in A, 0.2 in B.");
  }

  @Test
  void severalDifferencesAreListedAndNoneIsBlamed() {
    RunPair pair = beside(each -> each.withMode(Mode.EVAL).withSeed(7));

    assertThat(read(pair).headline())
        .isEqualTo("A and B differ in 2 things: the mode and the seed.");
    assertThat(read(pair).detail()).startsWith("Which of them does what shows when only one");
  }

  @Test
  void otherRowsCannotBeLaidOverOneAnother() {
    RunPair pair = beside(each -> each.withInput(each.input().withBatchSize(8)));

    assertThat(pair.hasCommonOutputs()).isFalse();
    assertThat(read(pair).headline())
        .isEqualTo("8 instead of 32 rows: the batch is the only difference.");
    assertThat(read(pair).detail()).contains("cannot be laid over one another");
    assertThat(new PairTable(pair, Text.english()).rows().getFirst().difference())
        .isEqualTo("cannot be compared");
  }

  @Test
  void anotherNetIsSaidToBeOne() {
    RunPair pair = beside(each -> each.withNetwork(each.network().subList(0, 3)));

    assertThat(pair.differences()).contains(new SettingDifference.OfNet());
  }

  @Test
  void theSameAgainIsTheSameBitForBit() {
    RunPair pair = beside(each -> each);

    assertThat(pair.differences()).isEmpty();
    assertThat(new PairTable(pair, Text.english()).rows()).allMatch(PairRow::isSame);
  }

  private RunPair beside(UnaryOperator<Experiment> change) {
    return new RunPair(run(simpleNet), run(change.apply(simpleNet)));
  }

  private static PairReading read(RunPair pair) {
    return PairReading.of(pair, Text.english());
  }

  private static Observation run(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(
          RunOptions.watched(experiment.passes()), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }
}
