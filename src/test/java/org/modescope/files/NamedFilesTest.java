package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Training;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.run.NetworkBuilder;

/// Files that an experiment names: parameters, tensors and tables.
class NamedFilesTest {
  @TempDir private Path root;
  private Path folder;
  private Path file;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("lab"));
    file = folder.resolve("x.modescope.json");
  }

  @Test
  void parametersAreLoaded() throws IOException {
    StateDict state = stateOfSmall();
    StateFile.write(folder.resolve("state.safetensors"), state);

    Experiment experiment = read("/parameters", "'state.safetensors'");

    assertThat(experiment.parameters().orElseThrow().file()).isEqualTo("state.safetensors");
    assertThat(experiment.parameters().orElseThrow().state())
        .usingRecursiveComparison()
        .isEqualTo(state);
  }

  @Test
  void everyMisfitOfParametersIsListed() throws IOException {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(stateOfSmall().entries());
    entries.remove("bn1.running_var");
    entries.put("fc1.weight", new StateDict.Floats(Shape.of(1), new float[1]));
    entries.put("fc9.weight", new StateDict.Floats(Shape.of(1), new float[1]));
    Path state = folder.resolve("state.safetensors");
    StateFile.write(state, new StateDict(entries));

    assertRefused(
        "/parameters",
        "'state.safetensors'",
        "/parameters",
        state
            + ": does not fit the net. PyTorch’s load_state_dict raises: Error(s) in loading"
            + " state_dict for Net: Missing key(s) in state_dict: \"bn1.running_var\". Unexpected"
            + " key(s) in state_dict: \"fc9.weight\". size mismatch for fc1.weight: copying a param"
            + " with shape torch.Size([1]) from checkpoint, the shape in current model is"
            + " torch.Size([2, 4]).; \"strict\": false loads the 5 keys that fit and leaves out the"
            + " rest");
  }

  @Test
  void missingFileIsGuessed() throws IOException {
    Files.writeString(folder.resolve("weights.safetensors"), "");

    assertRefused(
        "/parameters",
        "'weigths.safetensors'",
        "/parameters",
        "there is no file \"weigths.safetensors\"; did you mean “weights.safetensors”? the name of"
            + " a file in "
            + folder
            + " is allowed");
  }

  @Test
  void folderIsNoFile() throws IOException {
    Files.createDirectory(folder.resolve("sub"));

    assertRefused("/parameters", "'sub'", "/parameters", "\"sub\" is not a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.csv", "sub/../../outside.csv", "/etc/passwd", ".."})
  void pathsCannotLeaveTheFolder(String path) throws IOException {
    Files.writeString(root.resolve("outside.csv"), "a\n1\n");

    assertRefused(
        "/input",
        "{'csv': '%s'}".formatted(path),
        "/input/csv",
        "found \"%s\", which leads out of the experiment’s folder; only files in %s or below are allowed"
            .formatted(path, folder));
  }

  @Test
  void linksCannotLeaveTheFolder() throws IOException {
    Path outside = Files.writeString(root.resolve("outside.csv"), "a\n1\n");
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);

    assertRefused(
        "/input",
        "{'csv': 'link.csv'}",
        "/input/csv",
        "found \"link.csv\", which leads out of the experiment’s folder; only files in "
            + folder
            + " or below are allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\\u0000b"})
  void unusableNamesAreRefused(String name) throws IOException {
    String text = ExperimentText.with("/parameters", "'%s'".formatted(name));
    Files.writeString(file, text);

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageStartingWith(file + ", /parameters: found \"")
        .withMessageEndingWith("; the name of a file in the experiment’s folder is allowed");
  }

  @Test
  void filesBelowTheFolderAreTaken() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/own.csv"), "a,b,c,d\n1,2,3,4\n5,6,7,8\n");

    Experiment experiment = read("/input", "{'csv': 'data/own.csv'}");

    assertThat(experiment.input().shape()).isEqualTo(Shape.of(2, 4));
  }

  @Test
  void filesAnywhereAreTakenIfTheProgramItselfNamedThem() throws IOException {
    Path outside = Files.writeString(root.resolve("outside.csv"), "a,b,c,d\n1,2,3,4\n5,6,7,8\n");
    Files.writeString(file, ExperimentText.with("/input", "{'csv': '%s'}".formatted(outside)));

    Experiment experiment = ExperimentFile.read(file, Reach.ANYWHERE);

    assertThat(((InputSpec.FromCsv) experiment.input()).file()).isEqualTo(outside.toString());
  }

  @Test
  void columnsAreAllNumbersButTheTargets() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "a,kind,b\n1,cat,2\n3,dog,4\n");
    Files.writeString(file, csvWithLabel("{'csv': 'own.csv'}", "kind"));

    Experiment experiment = ExperimentFile.read(file);

    assertThat(((InputSpec.FromCsv) experiment.input()).columns()).containsExactly("a", "b");
    assertThat(experiment.training().map(Training::target))
        .isEqualTo(Optional.of(new Training.Column("kind")));
  }

  @Test
  void columnThatIsNotThereIsRefused() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "a,kind,b\n1,cat,2\n3,dog,4\n");
    Files.writeString(file, csvWithLabel("{'csv': 'own.csv', 'columns': ['aa']}", "kind"));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessageStartingWith(
            "%s, /input/csv: %s, line 1".formatted(file, folder.resolve("own.csv")))
        .withMessageContaining("aa");
  }

  @Test
  void tensorThatIsNotThereIsGuessed() throws IOException {
    writeTensors();

    assertRefused(
        "/input",
        "{'safetensors': 'x.safetensors', 'tensor': 'inputs'}",
        "/input/tensor",
        "found \"inputs\"; did you mean “input”? one of input, scalar is allowed");
  }

  @Test
  void tensorWithoutRowsIsRefused() throws IOException {
    writeTensors();

    assertRefused(
        "/input",
        "{'safetensors': 'x.safetensors', 'tensor': 'scalar'}",
        "/input/tensor",
        "found a tensor of 0 axes; 1 to 8 are allowed, rows first");
  }

  @Test
  void malformedTensorFileIsRefusedWhereItIsNamed() throws IOException {
    Path tensors = Files.writeString(folder.resolve("x.safetensors"), "abc");

    assertRefused(
        "/input",
        "{'safetensors': 'x.safetensors', 'tensor': 'x'}",
        "/input/safetensors",
        tensors + ": too short for a safetensors file: 3 bytes");
  }

  private void writeTensors() throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("x.safetensors"))) {
      writer.add("input", Shape.of(2, 4), new float[8]);
      writer.add("scalar", 3);
      writer.finish();
    }
  }

  private static String csvWithLabel(String input, String label) {
    return ExperimentText.quoted(
        """
        {'format': 'modescope-experiment/1',
         'network': [{'type': 'Linear', 'in_features': 2, 'out_features': 2}],
         'input': %s,
         'training': {'optimizer': {'type': 'Adam'}, 'loss': 'CrossEntropyLoss',
                      'target': {'column': '%s'}}}
        """
            .formatted(input, label));
  }

  private StateDict stateOfSmall() throws IOException {
    Files.writeString(file, ExperimentText.quoted(ExperimentText.SMALL));
    List<LayerSpec> network = ExperimentFile.read(file).network();
    try (Sequential net = NetworkBuilder.build(network, Mode.TRAIN, 7)) {
      return net.state();
    }
  }

  private Experiment read(String pointer, String value) throws IOException {
    Files.writeString(file, ExperimentText.with(pointer, value));
    return ExperimentFile.read(file);
  }

  private void assertRefused(String pointer, String value, String place, String problem)
      throws IOException {
    Files.writeString(file, ExperimentText.with(pointer, value));

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ExperimentFile.read(file))
        .withMessage("%s, %s: %s".formatted(file, place, problem));
  }
}
