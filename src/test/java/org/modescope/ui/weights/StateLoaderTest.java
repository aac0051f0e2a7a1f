package org.modescope.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.files.StateFile;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.ui.LaterTasks;
import org.modescope.words.Text;

class StateLoaderTest {
  private final Experiment experiment = Presets.simpleNet();
  private final LaterTasks tasks = new LaterTasks();
  private final List<Parameters> taken = new ArrayList<>();
  private final StateLoader loader = new StateLoader(tasks, Text.english(), () -> Optional.empty());

  @TempDir private Path folder;

  @Test
  void readingIsToldAndEnds() throws IOException {
    load(state());

    assertThat(loader.readingProperty().get()).isTrue();
    assertThat(loader.progress()).contains(0.0);
    tasks.runAll();

    assertThat(loader.readingProperty().get()).isFalse();
    assertThat(taken).hasSize(1);
    assertThat(loader.attemptProperty().get()).isEqualTo(new LoadAttempt.None());
  }

  @Test
  void whatIsInHandAlreadyIsNotKeptTwice() throws IOException {
    load(state());
    tasks.runAll();
    Parameters first = taken.getFirst();

    loader.load(
        folder.resolve("state.safetensors"),
        experiment.withParameters(Optional.of(first)),
        Loading.STRICT,
        taken::add);
    tasks.runAll();

    assertThat(taken.getLast().state().entries().get("fc1.weight"))
        .isSameAs(first.state().entries().get("fc1.weight"));
  }

  @Test
  void cancelledReadingTakesNothing() throws IOException {
    Path file = state();
    load(file);

    loader.cancel();
    tasks.runAll();

    assertThat(taken).isEmpty();
    assertThat(loader.readingProperty().get()).isFalse();
    assertThat(loader.attemptProperty().get()).isEqualTo(new LoadAttempt.Cancelled(file));
  }

  @Test
  void laterFileEndsTheReadingOfAnEarlierOne() throws IOException {
    load(state());
    load(Files.writeString(folder.resolve("other.safetensors"), "no tensors at all"));

    tasks.runAll();

    assertThat(taken).isEmpty();
    assertThat(loader.attemptProperty().get()).isInstanceOf(LoadAttempt.Failed.class);
  }

  @Test
  void fileIsNamedFromTheExperimentsFolderOrByANameThatIsFreeThere() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("states")).resolve("a.safetensors");
    Path outside = Files.createTempFile("elsewhere", ".safetensors");
    Files.writeString(folder.resolve(outside.getFileName()), "another one");

    assertThat(StateLoader.name(inside, Optional.of(folder))).isEqualTo("states/a.safetensors");
    assertThat(StateLoader.name(outside, Optional.empty()))
        .isEqualTo(outside.getFileName().toString());
    assertThat(StateLoader.name(outside, Optional.of(folder))).endsWith("-2.safetensors");
    Files.delete(outside);
  }

  private void load(Path file) {
    loader.load(file, experiment, Loading.STRICT, taken::add);
  }

  private Path state() throws IOException {
    Path file = folder.resolve("state.safetensors");
    try (DirectRun run = new DirectRun(experiment.withSeed(7))) {
      StateFile.write(file, run.state());
    }
    return file;
  }
}
