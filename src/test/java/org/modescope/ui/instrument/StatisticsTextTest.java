package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.measure.Observation.Status;
import org.modescope.ui.Observed;
import org.modescope.ui.Observed.Movement;

class StatisticsTextTest {
  private static final Optional<Double> MOMENTUM = Optional.of(0.1);

  @Test
  void headlineIsTheShareOfTheWay() {
    InstrumentText text = text(Movement.MOVED, 0, 10, MOMENTUM);

    assertThat(text.headline()).isEqualTo("65 %");
    assertThat(text.tone()).isEqualTo(HeadlineTone.TRAIN);
    assertThat(text.context()).isEqualTo("tracked 10");
    assertThat(text.sentence())
        .isEqualTo("10 updates have carried the means 65 % of the way to this batch's.");
  }

  @Test
  void cumulativeAverageIsNamed() {
    assertThat(text(Movement.MOVED, 0, 10, Optional.empty()).sentence())
        .endsWith("averaging all batches.");
  }

  @Test
  void momentumZeroMovesOnlyTheCounter() {
    InstrumentText text = text(Movement.UPDATED_BUT_UNMOVED, 5, 15, Optional.of(0.0));

    assertThat(text.headline()).isEqualTo("still");
    assertThat(text.sentence())
        .isEqualTo("The counter moved by 10, but nothing you can see changed: momentum is 0.");
  }

  @Test
  void refusedPassIsCountedAllTheSame() {
    assertThat(
            StatisticsText.of(
                    Observed.running(Movement.UPDATED_BUT_UNMOVED, 0, 1, MOMENTUM), Status.REFUSED)
                .sentence())
        .endsWith("the pass was refused after it was counted.");
  }

  @Test
  void evalModeLeavesThemStill() {
    InstrumentText text = text(Movement.RESTING, 10, 10, MOMENTUM);

    assertThat(text.headline()).isEqualTo("still");
    assertThat(text.tone()).isEqualTo(HeadlineTone.EVAL);
    assertThat(text.sentence())
        .isEqualTo(
            "Nothing moved. These are what 10 updates in train mode left behind: 65 % of the way.");
  }

  @Test
  void neverUpdatedIsSaid() {
    assertThat(text(Movement.RESTING, 0, 0, MOMENTUM).sentence())
        .startsWith("Nothing moved: they are still the 0 and 1");
  }

  private static InstrumentText text(
      Movement movement, long before, long tracked, Optional<Double> momentum) {
    return StatisticsText.of(
        Observed.running(movement, before, tracked, momentum), Status.FINISHED);
  }
}
