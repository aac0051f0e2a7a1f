package org.modescope.ui.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.ui.glossary.TermFigure.Bytes;
import org.modescope.ui.glossary.TermFigure.Piece;
import org.modescope.ui.glossary.TermFigure.Spread;
import org.modescope.ui.glossary.TermFigure.Way;
import org.modescope.words.Text;

/// The numbers of a run in the explanation of a word.
class TermFiguresTest {
  private static final TermFigures FIGURES = new TermFigures(Text.english());

  @Test
  void whatIsCountedIsTheNumberOfItsCount() {
    Observation seen = run(each -> each);

    Bytes extra = (Bytes) FIGURES.of("extra-bytes", seen).orElseThrow();
    Bytes packed = (Bytes) FIGURES.of("packed-bytes", seen).orElseThrow();

    assertThat(extra.counted()).isEqualTo(7_840);
    assertThat(extra.all()).isEqualTo(9_440);
    assertThat(extra.pieces())
        .filteredOn(piece -> !piece.isCounted())
        .extracting(Piece::kind)
        .containsExactly(SavedKind.INPUT, SavedKind.REFERENCE);
    assertThat(extra.asides()).containsExactly("x 1,280 B", "parameters, buffers 320 B");
    assertThat(packed.counted()).isEqualTo(packed.all()).isEqualTo(9_440);
  }

  @Test
  void withoutAGraphItSaysWhatGradWouldHaveKept() {
    Bytes extra =
        (Bytes)
            FIGURES
                .of("extra-bytes", run(each -> each.withGradMode(GradMode.NO_GRAD)))
                .orElseThrow();

    assertThat(extra.counted()).isZero();
    assertThat(extra.caption()).isEqualTo("extra 0 B");
    assertThat(extra.asides()).containsExactly("with grad on: 7,840 B");
  }

  @Test
  void theSpreadHasEachOutputAndThePrediction() {
    Spread spread = (Spread) FIGURES.of("standard-deviation", run(each -> each)).orElseThrow();

    assertThat(spread.values()).hasSize(32);
    assertThat(spread.predicted()).isPresent();
    assertThat(spread.caption()).startsWith("sd 0.6");
  }

  @Test
  void theWayEndsWhereTheLastUpdateLedTo() {
    Way way = (Way) FIGURES.of("momentum", run(each -> each)).orElseThrow();

    assertThat(way.caption()).isEqualTo("65\u00a0% of the way");
    assertThat(way.stops()).hasSize(10);
    assertThat(way.stops().getLast()).isCloseTo(way.share(), within(1e-3));
    assertThat(way.asides()).containsExactly("“bn1”: 10 updates, momentum 0.1");
  }

  @Test
  void identicalOutputsAreSaidToBeSo() {
    Spread spread =
        (Spread) FIGURES.of("identical", run(each -> each.withMode(Mode.EVAL))).orElseThrow();

    assertThat(spread.asides()).first().isEqualTo("the same bits for 32 outputs");
  }

  @Test
  void mostWordsAreAboutNoNumber() {
    assertThat(FIGURES.of("eps", run(each -> each))).isEmpty();
  }

  private static Observation run(UnaryOperator<Experiment> change) {
    try (DirectRun run = new DirectRun(change.apply(Presets.simpleNet()))) {
      return run.go(RunOptions.watched(10), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }
}
