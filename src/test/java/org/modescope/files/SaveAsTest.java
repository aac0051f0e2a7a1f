package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.NetworkBuilder;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Presets;
import org.modescope.experiment.Rows;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

class SaveAsTest {
  private static final float[] TENSOR = {1, 2, 3, 4, 5, 6, 7, 8, 9, Float.POSITIVE_INFINITY};

  @TempDir private Path root;
  private Path old;
  private Path other;
  private Path file;

  @BeforeEach
  void makeFolders() throws IOException {
    old = Files.createDirectory(root.resolve("old"));
    other = Files.createDirectory(root.resolve("other"));
    file = other.resolve("mine.modescope.json");
  }

  @Test
  void everythingThatIsNamedComesAlong() throws IOException {
    Experiment experiment = withFiles();

    Experiment saved = ExperimentFile.saveAs(file, experiment, old);

    assertThat(saved).usingRecursiveComparison().isEqualTo(experiment);
    assertThat(ExperimentFile.read(file)).usingRecursiveComparison().isEqualTo(saved);
    assertThat(names(other))
        .containsExactly("mine.modescope.json", "state.safetensors", "x.safetensors");
  }

  @Test
  void savingInTheSameFolderCopiesNothing() throws IOException {
    Experiment saved = ExperimentFile.saveAs(old.resolve("b.modescope.json"), withFiles(), old);

    assertThat(saved.parameters().orElseThrow().file()).isEqualTo("state.safetensors");
    assertThat(names(old))
        .containsExactly(
            "a.modescope.json", "b.modescope.json", "state.safetensors", "x.safetensors");
  }

  @Test
  void whatHasTheSameNameIsNotOverwritten() throws IOException {
    Files.writeString(other.resolve("state.safetensors"), "somebody else's");

    Experiment saved = ExperimentFile.saveAs(file, withFiles(), old);

    assertThat(saved.parameters().orElseThrow().file()).isEqualTo("state-2.safetensors");
    assertThat(other.resolve("state.safetensors")).hasContent("somebody else's");
    assertThat(ExperimentFile.read(file)).usingRecursiveComparison().isEqualTo(saved);
  }

  @Test
  void savingAgainUsesTheFilesThatAreThere() throws IOException {
    ExperimentFile.saveAs(file, withFiles(), old);

    Experiment saved = ExperimentFile.saveAs(file, withFiles(), old);

    assertThat(saved.parameters().orElseThrow().file()).isEqualTo("state.safetensors");
    assertThat(names(other)).hasSize(3);
  }

  @Test
  void stateThatNeverWasInAFileGetsOne() throws IOException {
    Experiment experiment =
        Presets.simpleNet().withParameters(Optional.of(new Parameters("", state())));

    Experiment saved = ExperimentFile.saveAs(file, experiment, old);

    assertThat(saved.parameters().orElseThrow().file()).isEqualTo("mine.safetensors");
    assertThat(ExperimentFile.read(file)).usingRecursiveComparison().isEqualTo(saved);
  }

  @Test
  void stateThatChangedSinceItWasReadIsSavedUnderAnotherName() throws IOException {
    Experiment experiment = withFiles();
    StateFile.write(old.resolve("state.safetensors"), state(8));

    Experiment saved = ExperimentFile.saveAs(old.resolve("a.modescope.json"), experiment, old);

    assertThat(saved.parameters().orElseThrow().file()).isEqualTo("state-2.safetensors");
    assertThat(ExperimentFile.read(old.resolve("a.modescope.json")))
        .usingRecursiveComparison()
        .isEqualTo(saved);
  }

  @Test
  void filesChosenElsewhereComeIntoTheFolder() throws IOException {
    Path chosen = root.resolve("own.csv");
    Files.writeString(chosen, "a,b\n1,2\n3,4\n");
    InputSpec.FromCsv input =
        new InputSpec.FromCsv(
            chosen.toString(),
            CsvFile.read(chosen, List.of(), Optional.empty()),
            List.of("a", "b"),
            Rows.first(2),
            false);

    Experiment saved = ExperimentFile.saveAs(file, Presets.simpleNet().withInput(input), old);

    assertThat(((InputSpec.FromCsv) saved.input()).file()).isEqualTo("own.csv");
    assertThat(other.resolve("own.csv")).hasSameBinaryContentAs(chosen);
    assertThat(ExperimentFile.read(file)).usingRecursiveComparison().isEqualTo(saved);
  }

  @Test
  void tableWhoseFileIsGoneIsWrittenFromMemory() throws IOException {
    Path chosen = root.resolve("own.csv");
    Files.writeString(chosen, "a,b\n1,2\n3,4.5\n");
    InputSpec.FromCsv input =
        new InputSpec.FromCsv(
            chosen.toString(),
            CsvFile.read(chosen, List.of(), Optional.empty()),
            List.of("a", "b"),
            Rows.first(2),
            false);
    Files.delete(chosen);

    ExperimentFile.saveAs(file, Presets.simpleNet().withInput(input), old);

    assertThat(other.resolve("own.csv")).hasContent("\"a\",\"b\"\n1.0,2.0\n3.0,4.5\n");
  }

  @Test
  void tooManyValuesForAnExperimentFileAreRefused() throws IOException {
    int count = ExperimentFile.MAXIMUM_VALUES / 3;
    Experiment experiment =
        Presets.simpleNet().withInput(new InputSpec.Values(Shape.of(count, 1), new float[count]));

    assertThatExceptionOfType(UnwritableFileException.class)
        .isThrownBy(() -> ExperimentFile.write(file, experiment))
        .withMessageContaining("1,048,577 values and brackets would be written down");
    assertThat(names(other)).isEmpty();
  }

  /// An experiment in the old folder with a state and an input in files.
  private Experiment withFiles() throws IOException {
    StateFile.write(old.resolve("state.safetensors"), state());
    try (SafetensorsWriter writer = new SafetensorsWriter(old.resolve("x.safetensors"))) {
      writer.add("x", Shape.of(1, 10), TENSOR);
      writer.finish();
    }
    Experiment experiment =
        Presets.simpleNet()
            .withParameters(Optional.of(new Parameters("state.safetensors", state())))
            .withInput(
                new InputSpec.FromSafetensors("x.safetensors", "x", Shape.of(1, 10), TENSOR));
    ExperimentFile.write(old.resolve("a.modescope.json"), experiment);
    return ExperimentFile.read(old.resolve("a.modescope.json"));
  }

  private static StateDict state() {
    return state(7);
  }

  private static StateDict state(long seed) {
    try (Sequential net = NetworkBuilder.build(Presets.simpleNet().network(), Mode.TRAIN, seed)) {
      return net.state();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
