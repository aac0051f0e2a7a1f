package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Observation;

/// What is opened is new, whatever was opened and run before.
class OpeningTest {
  private static final List<String> PRESETS =
      List.of(
          "simplenet",
          "simplenet-listing",
          "mycomplexnet",
          "simplenet",
          "mc-dropout",
          "batchnorm-only",
          "layernorm-instead",
          "variance-shift",
          "deep-20",
          "batch-of-two");

  private final Runner runner = new Runner();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void presetsAndFilesOpenedOneAfterAnotherShowWhatAFreshStartShows(@TempDir Path folder)
      throws IOException, InterruptedException {
    for (Experiment experiment : opened(folder)) {
      runner.submit(new OpenJob(experiment));
      Observation seen = Patience.last(runner, new PassesJob(experiment, experiment.passes()));

      assertThat(seen)
          .as(experiment.name())
          .usingRecursiveComparison()
          .ignoringFields("progress.elapsedNanos")
          .isEqualTo(fresh(experiment));
      assertThat(seen.output())
          .as(experiment.name())
          .usingRecursiveComparison()
          .isEqualTo(told(experiment).output());
    }
  }

  @Test
  void withoutOpeningStateIsKept() {
    Experiment net = PresetCatalogue.named("simplenet").orElseThrow();
    Patience.last(runner, new PassesJob(net, 50));
    runner.submit(new OpenJob(net));
    Patience.last(runner, new PassesJob(net, 10));

    Observation seen = Patience.last(runner, new PassesJob(net, 1));

    assertThat(seen.statistics().getFirst().batchesTracked()).isEqualTo(11);
  }

  /// What a start shows that nothing came before.
  private static Observation fresh(Experiment experiment) throws InterruptedException {
    Runner fresh = new Runner();
    try {
      return Patience.last(fresh, new PassesJob(experiment, experiment.passes()));
    } finally {
      fresh.close();
      fresh.awaitEnd();
    }
  }

  /// What `modescope run` tells.
  private static Observation told(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(RunOptions.plain(experiment.passes()), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  private static List<Experiment> opened(Path folder) throws IOException {
    List<Experiment> opened = new ArrayList<>();
    for (String key : PRESETS) {
      Experiment preset = PresetCatalogue.named(key).orElseThrow();
      opened.add(preset);
      Path file = folder.resolve(key + ".modescope.json");
      ExperimentFile.write(file, preset);
      opened.add(ExperimentFile.read(file));
    }
    return opened;
  }
}
