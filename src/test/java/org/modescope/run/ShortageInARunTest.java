package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.MemoryLimit;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Observation;

/// A run for which native memory does not suffice leaves nothing allocated, wherever it meets the
/// limit.
class ShortageInARunTest {
  private static final int PASSES = 3;

  @ParameterizedTest
  @ValueSource(strings = {"simplenet", "mycomplexnet", "variance-shift", "mc-dropout"})
  void runGivesEverythingBackWhereverMemoryEnds(String preset) {
    Experiment experiment = PresetCatalogue.named(preset).orElseThrow();
    long needed = peak(experiment);
    for (long room :
        LongStream.iterate(0, each -> each < needed, each -> each + needed / 40).toArray()) {
      try (LiveNet live = LiveNet.fresh(experiment)) {
        long before = NativeBackend.allocatedBytes();
        Run run = new Run(live, options(), RunRecorder.NONE, _ -> {});
        try (MemoryLimit _ = MemoryLimit.of(before + room)) {
          run.go(() -> false);
        } catch (OutOfMemoryError shortage) {
          assertThat(shortage).hasMessageContaining("bytes off the heap");
        }
        live.net().parameters().values().forEach(parameter -> parameter.clearGrad());
        assertThat(NativeBackend.allocatedBytes()).as("with room for %d", room).isEqualTo(before);
      }
    }
  }

  @Test
  void netGoesOnAfterAShortage() {
    Experiment experiment = PresetCatalogue.named("simplenet").orElseThrow();
    try (LiveNet live = LiveNet.fresh(experiment)) {
      try (MemoryLimit _ = MemoryLimit.of(NativeBackend.allocatedBytes() + 4000)) {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> run(live));
      }

      Observation seen = run(live);

      assertThat(seen.progress().status()).isEqualTo(Observation.Status.FINISHED);
      assertThat(seen.progress().series()).isEqualTo(PASSES);
    }
  }

  @Test
  void netOfWhichOnlyAPartFitsIsGivenBack() {
    Experiment experiment = PresetCatalogue.named("simplenet").orElseThrow();
    long before = NativeBackend.allocatedBytes();
    for (int room = 0; room < 1200; room += 90) {
      try (MemoryLimit _ = MemoryLimit.of(before + room)) {
        assertThatExceptionOfType(OutOfMemoryError.class)
            .isThrownBy(() -> LiveNet.fresh(experiment));
      }
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  @Test
  void trainingGivesEverythingBack() {
    Experiment experiment = PresetCatalogue.named("transfer-digits").orElseThrow();
    long before = NativeBackend.allocatedBytes();
    for (int room = 0; room < 200_000; room += 10_000) {
      try (TrainingRun training = new TrainingRun(experiment);
          MemoryLimit _ = MemoryLimit.of(NativeBackend.allocatedBytes() + room)) {
        boolean[] stepped = {false};
        training.go(sofar -> stepped[0] = sofar.losses().count() > 0, () -> stepped[0]);
      } catch (OutOfMemoryError shortage) {
        assertThat(shortage).hasMessageContaining("bytes off the heap");
      }
      assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    }
  }

  private static Observation run(LiveNet live) {
    Observation[] last = new Observation[1];
    new Run(live, RunOptions.watched(PASSES), RunRecorder.NONE, seen -> last[0] = seen)
        .go(() -> false);
    return last[0];
  }

  private static RunOptions options() {
    return new RunOptions(PASSES, true, true, false);
  }

  /// What a run takes at most, about: all of a pass kept, and once more for backward.
  private static long peak(Experiment experiment) {
    try (LiveNet live = LiveNet.fresh(experiment)) {
      return 2 * run(live).memory().orElseThrow().packedBytes();
    }
  }
}
