package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Observed;
import org.modescope.words.Text;

class VarianceTextTest {
  private final Experiment experiment = Presets.simpleNet();

  @Test
  void spreadIsTheMeanOverOutputs() {
    InstrumentText text = text(experiment, Observed.variance(10, 10, 0.5, 0.86));

    assertThat(text.headline()).isEqualTo("sd 0.68");
    assertThat(text.tone()).isEqualTo(HeadlineTone.TRAIN);
    assertThat(text.context()).isEqualTo("10 passes, same 32 rows");
    assertThat(text.sentence())
        .isEqualTo(
            "Every pass gave a different answer; sd per output 0.50 to 0.86, 0.68 on average.");
  }

  @Test
  void identicalIsSaidInWords() {
    InstrumentText text = text(experiment.withMode(Mode.EVAL), Observed.variance(10, 1, 0, 0, 0));

    assertThat(text.headline()).isEqualTo("identical");
    assertThat(text.tone()).isEqualTo(HeadlineTone.EVAL);
    assertThat(text.sentence()).isEqualTo("All 10 passes gave the same 3 numbers, bit for bit.");
  }

  @Test
  void tinyIsNotIdentical() {
    assertThat(text(experiment, Observed.variance(10, 2, 3e-8)).headline()).isEqualTo("sd 3.0e−8");
  }

  @Test
  void onePassSaysNothingAboutSpread() {
    assertThat(text(experiment, Observed.variance(1, 1, 0)).headline()).isEqualTo("1 pass");
  }

  @Test
  void notFiniteIsNoNumber() {
    assertThat(text(experiment, Observed.variance(10, 10, Double.NaN)).headline())
        .isEqualTo("not finite");
  }

  @Test
  void fewerAnswersThanPassesAreCounted() {
    assertThat(text(experiment, Observed.variance(10, 4, 0.5)).sentence())
        .isEqualTo("10 passes gave 4 different answers; sd 0.50.");
  }

  @Test
  void answersBeyondTheLimitAreAtLeastThat() {
    int limit = OutputVariance.DISTINCT_LIMIT;

    assertThat(text(experiment, Observed.variance(2 * limit, limit, 0.5)).sentence())
        .contains("at least 10,000 different answers");
  }

  @Test
  void rewoundNetHasNoHeadline() {
    assertThat(
            new VarianceText(Text.english()).of(Observed.of(experiment, Status.READY)).headline())
        .isEmpty();
  }

  @Test
  void refusedPassSaysSo() {
    InstrumentText text =
        new VarianceText(Text.english()).of(Observed.refused(experiment, Observed.batchOfOne()));

    assertThat(text.headline()).isEqualTo("refused");
    assertThat(text.tone()).isEqualTo(HeadlineTone.PROBLEM);
  }

  private static InstrumentText text(Experiment experiment, OutputVariance output) {
    return new VarianceText(Text.english()).of(Observed.output(experiment, output));
  }
}
