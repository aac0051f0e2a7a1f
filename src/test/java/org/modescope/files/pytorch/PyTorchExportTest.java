package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.files.Safetensors;
import org.modescope.preset.Presets;

class PyTorchExportTest {
  private static final Experiment EXPERIMENT = Presets.simpleNet();

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
      assertThat(input.entries().get("x").shape()).isEqualTo(Shape.of(32, 10));
      assertThat(input.floats("x")).isEqualTo(InputValues.of(EXPERIMENT.input()));
    }
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
