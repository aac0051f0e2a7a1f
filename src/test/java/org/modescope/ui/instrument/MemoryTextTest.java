package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.preset.Presets;
import org.modescope.ui.Observed;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.words.Text;

class MemoryTextTest {
  private static final GraphMemory TRAIN = Observed.recorded(9440, 9440, 7840);

  private final Experiment experiment = Presets.simpleNet();

  @Test
  void headlineFollowsTheAccounting() {
    assertThat(text(experiment, TRAIN, Accounting.EXTRA).headline()).isEqualTo("7.7 KiB");
    assertThat(text(experiment, TRAIN, Accounting.PACKED).headline()).isEqualTo("9.2 KiB");
  }

  @Test
  void countedAndMeasuredStandSideBySide() {
    assertThat(text(experiment, TRAIN, Accounting.EXTRA).sentence())
        .endsWith("while you keep the output: 7,840 B counted and measured.");
  }

  @Test
  void noGradKeepsNothingAndSaysWhatItSpares() {
    InstrumentText text =
        text(
            experiment.withGradMode(GradMode.NO_GRAD),
            Observed.unrecorded(Optional.of(TRAIN)),
            Accounting.EXTRA);

    assertThat(text.headline()).isEqualTo("0 B");
    assertThat(text.tone()).isEqualTo(HeadlineTone.QUIET);
    assertThat(text.sentence())
        .isEqualTo("no_grad keeps nothing. With grad on, a pass would hold 7,840 B.");
    assertThat(text.emptyReason()).startsWith("no graph");
  }

  @Test
  void frozenNetInGradModeRecordsNothing() {
    assertThat(text(experiment, Observed.unrecorded(Optional.empty()), Accounting.EXTRA).sentence())
        .isEqualTo("Nothing here requires a gradient, so nothing was recorded.");
  }

  private static InstrumentText text(
      Experiment experiment, GraphMemory memory, Accounting accounting) {
    return new MemoryText(Text.english()).of(Observed.memory(experiment, memory), accounting);
  }
}
