package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.cli.Shell.Outcome;
import org.modescope.files.PresetCatalogue;

class OtherCommandsTest {
  private final Shell shell = new Shell();

  @Test
  void presetsListsAll() {
    Outcome outcome = shell.run("presets");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines())
        .containsAll(PresetCatalogue.keys().stream().map("preset:"::concat).toList());
  }

  @Test
  void presetsAsJsonNameFilesThatRun() throws IOException {
    JsonNode presets = json(shell.run("presets", "--json", "-")).get("presets");

    assertThat(presets.findValuesAsText("file"))
        .isEqualTo(PresetCatalogue.keys().stream().map("preset:"::concat).toList());
    assertThat(presets.findValuesAsText("note")).noneMatch(String::isBlank);
  }

  @Test
  void checkListsLayersWithShapesAndParameters() {
    Outcome outcome = shell.run("check", "preset:mycomplexnet");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .containsPattern("conv1 +Conv2d +8 × 10 × 24 × 24 +260")
        .containsPattern("fc1 +Linear +8 × 50 +72,050")
        .contains("72,940 parameters, 72,940 of them trainable");
  }

  @Test
  void checkOpensContainers() throws IOException {
    JsonNode layers = json(shell.run("check", "preset:transfer-resnet18", "--json", "-"));

    assertThat(layers.get("parameters").asLong()).isEqualTo(11_177_538);
    assertThat(layers.get("trainable").asLong()).isEqualTo(1026);
    assertThat(layers.findValuesAsText("path")).contains("layer2.0.downsample.1", "layer4.1.bn2");
    assertThat(layers.at("/layers/5/layers/0/layers/5/layers/0/shape").toString())
        .isEqualTo("[1,128,28,28]");
  }

  @Test
  void compareRunsAllSixCells() throws IOException {
    JsonNode cells = json(shell.run("compare", "preset:simplenet", "--json", "-")).get("cells");

    assertThat(cells).hasSize(6);
    assertThat(cells.findValuesAsText("mode"))
        .containsExactly("train", "train", "train", "eval", "eval", "eval");
    assertThat(cells.findValuesAsText("identical"))
        .containsExactly("false", "false", "false", "true", "true", "true");
    assertThat(cells.findValuesAsText("running_stats_moved"))
        .containsExactly("true", "true", "true", "false", "false", "false");
    assertThat(cells.findValuesAsText("packed_bytes"))
        .containsExactly("9440", "0", "0", "6720", "0", "0");
    assertThat(cells.get(1).get("apart_max").asDouble()).isZero();
    assertThat(cells.get(3).get("apart_max").asDouble())
        .isGreaterThan(cells.get(3).get("apart_mean").asDouble());
    assertThat(cells.get(3).get("backward").asText()).isEqualTo("works");
    assertThat(cells.get(4).get("backward").asText())
        .isEqualTo("element 0 of tensors does not require grad and does not have a grad_fn");
  }

  @Test
  void compareShowsRefusedCellsBesideTheOthers() throws IOException {
    Outcome outcome = shell.run("compare", "preset:simplenet-listing", "--json", "-");

    JsonNode cells = new ObjectMapper().readTree(outcome.out()).get("cells");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).startsWith("Expected more than 1 value per channel when training");
    assertThat(cells.findValuesAsText("layer")).containsExactly("bn1", "bn1", "bn1");
    assertThat(cells.get(3).at("/summary/identical").asBoolean()).isTrue();
    assertThat(shell.run("compare", "preset:simplenet-listing").out())
        .containsPattern("train +grad +refused")
        .containsPattern("eval +no_grad +identical");
  }

  @Test
  void compareAsCsvHasALinePerCell() {
    List<String> lines =
        shell.run("compare", "preset:simplenet", "--csv", "-").out().lines().toList();

    assertThat(lines).hasSize(7).allMatch(line -> line.split(",").length == 15);
    assertThat(lines.get(1)).startsWith("train,grad,10,false,");
  }

  @Test
  void exportWritesAProgram(@TempDir Path folder) {
    Outcome outcome =
        shell.run("export", "preset:simplenet", "--to", "pytorch", "--out", folder.toString());

    assertThat(outcome.exitCode()).isZero();
    assertThat(folder.toFile().list()).containsExactly("experiment.py");
  }

  @Test
  void exportWritesBesideItWhatNoSeedGives(@TempDir Path folder) {
    Outcome outcome =
        shell.run("export", "preset:digits", "--to", "pytorch", "--out", folder.toString());

    assertThat(outcome.exitCode()).isZero();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("experiment.py", "state.safetensors", "input.safetensors");
  }

  @Test
  void exportKnowsItsFrameworks(@TempDir Path folder) {
    Outcome outcome =
        shell.run("export", "preset:simplenet", "--to", "keras", "--out", folder.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--to", "must be pytorch", "“keras”");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void openWithoutADisplayIsNoFaultOfTheProgram() {
    shell.openWith(
        _ -> {
          throw new UnsupportedOperationException("Unable to open DISPLAY");
        });

    Outcome result = shell.run("open", "preset:mc-dropout");

    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(result.err())
        .contains("there is no display to open a window on (Unable to open DISPLAY)")
        .doesNotContain("fault of this program");
  }

  @Test
  void openHandsTheExperimentToTheWindow() {
    assertThat(shell.run("open", "preset:mc-dropout").exitCode()).isZero();

    assertThat(shell.opened()).containsExactly("preset:mc-dropout");
  }

  @Test
  void openTellsWhatItCannotReadAndOpensNothing() {
    Outcome result = shell.run("open", "nothing.modescope.json");

    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(result.err()).contains("nothing.modescope.json");
    assertThat(shell.opened()).isEmpty();
  }

  @Test
  void versionIsPrinted() {
    assertThat(shell.run("--version").out()).startsWith("modescope ");
  }

  private static JsonNode json(Outcome outcome) throws IOException {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }
}
