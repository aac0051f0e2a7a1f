package org.modescope.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.files.ExperimentFile;
import org.modescope.preset.Presets;

/// A table that was chosen somewhere on the disk lies beside the experiment once that is saved.
class ElsewhereTest {
  @TempDir private Path folder;

  @Test
  void savedExperimentReadsItsCopyOfATableFromElsewhere() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Experiment experiment = with(table("1,2\n3,4\n"));

    DocumentFiles.save(
        home.resolve("x.modescope.json"),
        experiment,
        new Document.Unsaved(experiment),
        Optional.empty());

    Experiment read = ExperimentFile.read(home.resolve("x.modescope.json"));
    assertThat(((FromCsv) read.input()).file()).isEqualTo("own.csv");
    assertThat(((FromCsv) read.input()).table()).isEqualTo(((FromCsv) experiment.input()).table());
  }

  @Test
  void nothingOfTheSameNameIsOverwritten() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("own.csv"), "something else");

    Experiment brought = Elsewhere.brought(with(table("1,2\n3,4\n")), home);

    assertThat(((FromCsv) brought.input()).file()).isEqualTo("own-2.csv");
    assertThat(home.resolve("own.csv")).hasContent("something else");
    assertThat(home.resolve("own-2.csv")).hasContent("a,b\n1,2\n3,4\n");
  }

  @Test
  void tableInTheFolderIsNamedFromThere() throws IOException {
    assertThat(((FromCsv) Elsewhere.brought(with(table("1,2\n3,4\n")), folder).input()).file())
        .isEqualTo("own.csv");
    assertThat(folder.resolve("own-2.csv")).doesNotExist();
  }

  private Path table(String rows) throws IOException {
    return Files.writeString(folder.resolve("own.csv"), "a,b\n" + rows);
  }

  private static Experiment with(Path file) {
    Map<String, Table.Column> columns = new LinkedHashMap<>();
    columns.put("a", new Table.Numbers(new double[] {1, 3}));
    columns.put("b", new Table.Numbers(new double[] {2, 4}));
    return Presets.simpleNet()
        .withInput(
            new FromCsv(
                file.toString(),
                new Table(2, new LinkedHashMap<>(columns)),
                List.of("a", "b"),
                Rows.first(2),
                false));
  }
}
