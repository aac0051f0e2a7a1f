package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.Observed;
import org.modescope.ui.Observed.Movement;
import org.modescope.ui.chart.Samples;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.words.Text;

class StatisticsTextTest {
  private static final Optional<Double> MOMENTUM = Optional.of(0.1);

  @Test
  void headlineIsTheShareOfTheWay() {
    InstrumentText text = text(Samples.statistics(4, 10), Statistic.MEAN);

    assertThat(text.headline()).isEqualTo("65\u00a0%");
    assertThat(text.tone()).isEqualTo(HeadlineTone.TRAIN);
    assertThat(text.context()).isEqualTo("tracked 10");
    assertThat(text.sentence())
        .isEqualTo("10 updates have carried the means 65\u00a0% of the way to this batch’s.");
  }

  @Test
  void sentenceIsAboutTheChosenStatistic() {
    assertThat(text(Samples.statistics(4, 10), Statistic.VARIANCE).sentence())
        .startsWith("10 updates have carried the variances");
  }

  @Test
  void updatesAndTheirShareAreOfTheSamePasses() {
    RunningStatistics later = Samples.statistics(4, 1, 75);

    InstrumentText text = text(later, Statistic.MEAN);

    assertThat(text.context()).isEqualTo("tracked 76");
    assertThat(text.sentence()).startsWith("1 update has carried the means 10\u00a0%");
  }

  @Test
  void cumulativeAverageIsNamed() {
    assertThat(text(Movement.MOVED, 0, 10, Optional.empty()).sentence())
        .endsWith("all batches weigh the same.");
  }

  @Test
  void momentumZeroMovesOnlyTheCounter() {
    InstrumentText text = text(Movement.UPDATED_BUT_UNMOVED, 5, 15, Optional.of(0.0));

    assertThat(text.headline()).isEqualTo("still");
    assertThat(text.sentence())
        .isEqualTo(
            "The counter moved by 10, but running_mean and running_var did not: momentum is 0.");
  }

  @Test
  void refusedPassIsCountedAllTheSame() {
    assertThat(
            text(
                    Observed.running(Movement.UPDATED_BUT_UNMOVED, 0, 1, MOMENTUM),
                    Statistic.MEAN,
                    Status.REFUSED)
                .sentence())
        .endsWith("the pass was refused after it was counted.");
  }

  @Test
  void evalModeLeavesThemStill() {
    InstrumentText text = text(Samples.resting(1, 10), Statistic.MEAN);

    assertThat(text.headline()).isEqualTo("still");
    assertThat(text.tone()).isEqualTo(HeadlineTone.EVAL);
    assertThat(text.sentence())
        .startsWith("Nothing moved. These are what 10 updates in train mode left behind.")
        .endsWith("65\u00a0% of the way from where this net began to this batch’s.");
  }

  @Test
  void neverUpdatedIsSaid() {
    assertThat(text(Samples.resting(0, 0), Statistic.MEAN).sentence())
        .startsWith("Nothing moved: they are still the 0 and 1");
  }

  @Test
  void countedButRefusedPassesLeftNothingBehind() {
    assertThat(text(Samples.resting(0, 1), Statistic.MEAN).sentence())
        .contains("still the 0 and 1")
        .contains("the counter says 1")
        .doesNotContain("left behind");
  }

  @Test
  void layerThatDoesNotCountIsNotSaidToHaveCounted() {
    InstrumentText text = text(uncounted(Samples.resting(1, 0)), Statistic.MEAN);

    assertThat(text.context()).isEqualTo("does not count");
    assertThat(text.sentence()).contains("earlier passes in train mode left behind");
  }

  private static RunningStatistics uncounted(RunningStatistics seen) {
    return new RunningStatistics(
        seen.layer(),
        seen.channels(),
        seen.momentum(),
        seen.updating(),
        seen.updates(),
        seen.moved(),
        false,
        seen.batchesTracked(),
        seen.batchesTrackedBefore(),
        seen.mean(),
        seen.variance(),
        seen.batchMean(),
        seen.batchVariance(),
        seen.sameBatch(),
        seen.share(),
        seen.shareOfSeries());
  }

  private static InstrumentText text(
      Movement movement, long before, long tracked, Optional<Double> momentum) {
    return text(Observed.running(movement, before, tracked, momentum), Statistic.MEAN);
  }

  private static InstrumentText text(RunningStatistics seen, Statistic statistic) {
    return text(seen, statistic, Status.FINISHED);
  }

  private static InstrumentText text(RunningStatistics seen, Statistic statistic, Status outcome) {
    return new StatisticsText(Text.english()).of(seen, statistic, outcome);
  }
}
