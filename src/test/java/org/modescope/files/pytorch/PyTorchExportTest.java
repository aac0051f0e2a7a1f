package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.Parameters;
import org.modescope.files.Safetensors;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;

class PyTorchExportTest {
  private static final Experiment EXPERIMENT = Presets.digits();

  @TempDir private Path folder;

  @Test
  void writesTheScriptTheStateAndTheInputIntoANewFolder() throws IOException {
    Path target = folder.resolve("new").resolve("folder");

    PyTorchExport.write(EXPERIMENT, target);

    assertThat(names(target))
        .containsExactlyInAnyOrder("experiment.py", "state.safetensors", "input.safetensors");
    assertThat(target.resolve("experiment.py"))
        .content()
        .isEqualTo(PyTorchScript.full(EXPERIMENT).text());
    try (Safetensors state = Safetensors.open(target.resolve("state.safetensors"));
        Safetensors input = Safetensors.open(target.resolve("input.safetensors"))) {
      assertThat(state.integer("bn1.num_batches_tracked")).isZero();
      assertThat(input.entries().get("x").shape()).isEqualTo(Shape.of(32, 64));
      assertThat(input.floats("x"))
          .isEqualTo(InputValues.of(EXPERIMENT.input(), Generator.seeded(0)));
    }
  }

  @Test
  void writesTheScriptAloneWhereTheSeedGivesTheRest() throws IOException {
    PyTorchExport.write(Presets.simpleNet(), folder);

    assertThat(names(folder)).containsExactly("experiment.py");
    assertThat(folder.resolve("experiment.py"))
        .content()
        .contains("torch.manual_seed(42)\nnet = SimpleNet()\nx = torch.randn(32, 10)\n")
        .doesNotContain("read_tensors", "Path");
  }

  /// Masks go on from where the window's input left the generator.
  @Test
  void aDrawnInputIsDrawnAlsoWhereItIsReadFromAFile() throws IOException {
    Experiment drawn = Presets.simpleNet();
    Experiment given;
    try (DirectRun run = new DirectRun(drawn.withSeed(7))) {
      given = drawn.withParameters(Optional.of(new Parameters("given.safetensors", run.state())));
    }

    PyTorchExport.write(given, folder);

    assertThat(names(folder)).hasSize(3);
    assertThat(folder.resolve("experiment.py"))
        .content()
        .contains(
            "net.load_state_dict(read_tensors(\"state.safetensors\"))\n"
                + "torch.randn(32, 10)  # drawn there, too: masks go on from here\n"
                + "x = read_tensors(\"input.safetensors\")[\"x\"]\n");
  }

  @Test
  void replacesItsOwnFilesAndLeavesOthers() throws IOException {
    Files.writeString(folder.resolve("experiment.py"), "old");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    PyTorchExport.write(EXPERIMENT, folder);

    assertThat(folder.resolve("experiment.py")).content().startsWith("import json");
    assertThat(folder.resolve("notes.txt")).content().isEqualTo("mine");
    assertThat(names(folder)).hasSize(4);
  }

  @Test
  void nothingIsWrittenWhereAFolderIsInTheWay() throws IOException {
    Files.createDirectory(folder.resolve("experiment.py"));

    assertThatThrownBy(() -> PyTorchExport.write(EXPERIMENT, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("experiment.py cannot be written: it is a folder");
    assertThat(names(folder)).containsExactly("experiment.py");
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
