package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Runs of the same experiment add up until it is changed or rewound.
class SeriesTest {

  static Stream<Experiment> experiments() {
    Experiment net = Presets.simpleNet();
    return Stream.of(
        net,
        net.withMode(Mode.EVAL),
        net.withGradMode(GradMode.NO_GRAD),
        preset("mc-dropout"),
        preset("variance-shift"),
        preset("mycomplexnet"));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void threeStepsShowWhatOneRunOfThreePassesShows(Experiment experiment) {
    Observation steps = lastOf(experiment, 1, 1, 1);
    Observation atOnce = lastOf(experiment, 3);

    for (Function<Observation, Object> part : parts()) {
      assertThat(part.apply(steps)).usingRecursiveComparison().isEqualTo(part.apply(atOnce));
    }
  }

  @Test
  void progressTellsTheSeriesApartFromTheRun() {
    Observation seen = lastOf(Presets.simpleNet(), 10, 1, 4);

    assertThat(seen.progress().done()).isEqualTo(4);
    assertThat(seen.progress().asked()).isEqualTo(4);
    assertThat(seen.progress().series()).isEqualTo(15);
    assertThat(seen.output().orElseThrow().samples())
        .extracting(OutputVariance.Sample::pass)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @Test
  void nameAndNumberOfPassesChangeNothing() {
    Experiment net = Presets.simpleNet();
    try (LiveNet live = LiveNet.fresh(net)) {
      run(live, 2);

      LiveNet same = live.continueAs(net.withPasses(77).named("another", "name"));

      assertThat(same).isSameAs(live);
      assertThat(run(same, 3).progress().series()).isEqualTo(5);
    }
  }

  @Test
  void editOfWhatIsComputedBeginsAnotherSeriesFromTheStateThatIs() {
    Experiment net = Presets.simpleNet();
    LiveNet live = LiveNet.fresh(net);
    run(live, 10);
    try (LiveNet evaluated = live.continueAs(net.withMode(Mode.EVAL))) {
      Observation seen = run(evaluated, 5);

      assertThat(seen.progress().series()).isEqualTo(5);
      assertThat(seen.output().orElseThrow().passes()).isEqualTo(5);
      assertThat(seen.statistics().getFirst().batchesTrackedBefore()).isEqualTo(10);
    }
  }

  @Test
  void updatesOfTheSeriesAreToldApartFromThoseOfTheNetsLife() {
    Experiment net = Presets.simpleNet();
    LiveNet live = LiveNet.fresh(net);
    run(live, 10);
    try (LiveNet recorded = live.continueAs(net.withGradMode(GradMode.NO_GRAD))) {
      RunningStatistics seen = run(recorded, 5).statistics().getFirst();

      assertThat(seen.updates()).isEqualTo(5);
      assertThat(seen.batchesTracked()).isEqualTo(15);
      assertThat(seen.shareOfSeries().orElseThrow()).isCloseTo(1 - Math.pow(0.9, 5), offset(1e-5));
      assertThat(seen.share().orElseThrow()).isCloseTo(1 - Math.pow(0.9, 15), offset(1e-5));
    }
  }

  @Test
  void instanceNormThatKeepsStatisticsIsTracedAndCountsNothing() {
    Experiment net = Presets.simpleNet();
    Experiment instances =
        net.withNetwork(
                List.of(
                    LayerSpec.of(
                        LayerType.INSTANCE_NORM_1D,
                        "norm",
                        Map.of("num_features", 3, "track_running_stats", true))))
            .withInput(new InputSpec.Drawn(Shape.of(4, 3, 8), Distribution.NORMAL, 1));

    RunningStatistics seen = lastOf(instances, 10).statistics().getFirst();

    assertThat(seen.moved()).isTrue();
    assertThat(seen.updates()).isEqualTo(10);
    assertThat(seen.counting()).isFalse();
    assertThat(seen.batchesTracked()).isZero();
    assertThat(seen.sameBatch()).isTrue();
    assertThat(seen.share().orElseThrow()).isCloseTo(1 - Math.pow(0.9, 10), offset(1e-5));
    assertThat(seen.mean().stretches()).hasSize(10);
    float first = seen.mean().stretches().getFirst().last()[0];
    assertThat(first).isCloseTo(0.1f * seen.batchMean()[0], offset(1e-6f));
  }

  private static Experiment preset(String key) {
    return PresetCatalogue.named(key).orElseThrow();
  }

  private static List<Function<Observation, Object>> parts() {
    return List.of(
        Observation::output,
        Observation::statistics,
        Observation::memory,
        Observation::attribution,
        Observation::inspection,
        seen -> seen.progress().series());
  }

  private static Observation lastOf(Experiment experiment, int... runs) {
    try (LiveNet live = LiveNet.fresh(experiment)) {
      Observation last = Run.ready(live);
      for (int passes : runs) {
        last = run(live, passes);
      }
      return last;
    }
  }

  private static Observation run(LiveNet live, int passes) {
    AtomicReference<Observation> last = new AtomicReference<>();
    new Run(live, RunOptions.watched(passes), RunRecorder.NONE, last::set).go(() -> false);
    return last.get();
  }
}
