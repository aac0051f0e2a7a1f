package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Traceable;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.preset.Presets;

/// Whatever looks inside never changes what is looked at: parameters, buffers, counters and random
/// streams of the net on the bench, and what it does next.
class LookingTest {
  /// As many as a pass of any net here draws, and more.
  private static final int DRAWS = 2000;

  private static final int PASSES = 3;

  static List<Named<Experiment>> experiments() {
    Experiment simple = Presets.simpleNet();
    return List.of(
        Named.of("train, grad", simple),
        Named.of(
            "eval, inference_mode",
            simple.withMode(Mode.EVAL).withGradMode(GradMode.INFERENCE_MODE)),
        Named.of(
            "a batch of its own for each pass",
            simple.withInput(
                new InputSpec.Drawn(
                    Shape.of(32, 10), Distribution.NORMAL, OptionalLong.empty(), true))),
        Named.of(
            "random in eval as well",
            simple
                .withLayer(2, LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "noise", Map.of("p", 0.5)))
                .withMode(Mode.EVAL)),
        Named.of("refused in train", simple.withInput(simple.input().withBatchSize(1))),
        Named.of("images", PresetCatalogue.named("mycomplexnet").orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void noLookMovesABitOfTheBench(Experiment experiment) {
    Bench bench = new Bench();
    run(bench, experiment);
    LiveNet live = bench.net(experiment);
    Map<String, Object> state = Bits.of(live.net().state());
    List<Long> draws = draws(live);
    long made = live.passesMade();

    for (Job<?> look : looks(experiment).toList()) {
      perform(look, bench, () -> false);

      assertThat(bench.net(experiment)).as("the net after %s", look).isSameAs(live);
      assertThat(Bits.of(live.net().state())).as("the state after %s", look).isEqualTo(state);
      assertThat(draws(live)).as("the draws after %s", look).isEqualTo(draws);
      assertThat(live.passesMade()).as("the passes after %s", look).isEqualTo(made);
    }
    bench.clear();
  }

  /// A look that is broken off, and one before anything was run, leave no trace either.
  @ParameterizedTest
  @MethodSource("experiments")
  void whatRunsAfterLooksIsWhatRunsWithoutThem(Experiment experiment) {
    Bench looked = new Bench();
    Bench alone = new Bench();

    looks(experiment).forEach(look -> perform(look, looked, () -> true));
    looks(experiment).forEach(look -> perform(look, looked, () -> false));
    run(looked, experiment);
    run(alone, experiment);

    LiveNet after = looked.net(experiment);
    LiveNet undisturbed = alone.net(experiment);
    assertThat(Bits.of(after.net().state())).isEqualTo(Bits.of(undisturbed.net().state()));
    assertThat(draws(after)).isEqualTo(draws(undisturbed));
    looked.clear();
    alone.clear();
  }

  /// Everything that a screen beside the bench asks for.
  private static Stream<Job<?>> looks(Experiment experiment) {
    List<Job<?>> looks = new ArrayList<>();
    for (Start start : Start.values()) {
      looks.add(new CellsJob(experiment, start, PASSES));
      looks.add(new MatesJob(experiment, asked(start)));
    }
    looks.add(new GraphJob(experiment));
    Traceable.of(experiment).stream()
        .map(layer -> new TraceJob(experiment, layer.path(), 2, 5))
        .forEach(looks::add);
    return looks.stream();
  }

  private static Mates.Asked asked(Start start) {
    return new Mates.Asked(OptionalInt.empty(), 4, 3, 0, start, Optional.empty());
  }

  private static void run(Bench bench, Experiment experiment) {
    perform(new PassesJob(experiment, PASSES), bench, () -> false);
  }

  private static void perform(Job<?> job, Bench bench, BooleanSupplier stopped) {
    try {
      job.perform(bench, _ -> {}, stopped);
    } catch (PassRefusedException _) {
      // That is what it came to; the worker tells it.
    }
  }

  private static List<Long> draws(LiveNet live) {
    Generator copy = live.generator().copy();
    return Stream.generate(copy::random64).limit(DRAWS).toList();
  }
}
