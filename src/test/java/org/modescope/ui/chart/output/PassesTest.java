package org.modescope.ui.chart.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.ui.chart.Samples;
import org.modescope.words.Text;

class PassesTest {
  private static final List<Sample> THINNED =
      List.of(sample(0, 1), sample(4, Float.NaN), sample(8, 3));

  private final OutputWords words = new OutputWords(Text.english());

  @Test
  void theKeptPassNearestToThePointerIsMeant() {
    assertThat(Passes.nearest(THINNED, 5.9)).hasValue(4);
    assertThat(Passes.nearest(THINNED, 6.1)).hasValue(8);
    assertThat(Passes.nearest(List.of(), 1)).isEmpty();
  }

  @Test
  void stepsGoFromKeptPassToKeptPassAndEnd() {
    assertThat(Passes.after(THINNED, OptionalInt.empty(), 1)).hasValue(0);
    assertThat(Passes.after(THINNED, OptionalInt.empty(), -1)).hasValue(8);
    assertThat(Passes.after(THINNED, OptionalInt.of(0), 1)).hasValue(4);
    assertThat(Passes.after(THINNED, OptionalInt.of(8), 1)).isEmpty();
  }

  @Test
  void whatIsNotDrawnIsSaid() {
    assertThat(words.passesMeasure(Samples.varied(2, 1), 1)).isEqualTo("row 1 on every pass");
    assertThat(words.passesMeasure(thinned(), 0))
        .isEqualTo("row 0 on 3 of 9 passes · 1 not finite");
    assertThat(words.ofPass(thinned(), 1, 0))
        .isEqualTo("pass 2: not among the passes that are kept");
  }

  @Test
  void theTableHasAPassPerRow() {
    assertThat(words.passesTable(thinned(), 0).rows()).hasSize(3);
    assertThat(words.passesTable(thinned(), 0).tabbed()).contains("9\t3");
  }

  private static OutputVariance thinned() {
    return new OutputVariance(
        Shape.of(1, 1),
        9,
        false,
        9,
        new double[] {2},
        new double[] {1},
        new float[] {0},
        new float[] {4},
        THINNED,
        Optional.empty());
  }

  private static Sample sample(int pass, float value) {
    return new Sample(pass, new float[] {value});
  }
}
