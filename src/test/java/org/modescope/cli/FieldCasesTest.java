package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.cli.Shell.Outcome;
import org.modescope.files.Safetensors;

/// Small nets about which people asked, with what they needed to be told.
class FieldCasesTest {
  private static final Path FIELD = Path.of("src/test/resources/field");

  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void statisticsOfInstanceNormAreTracedAndItsCounterIsExplained() {
    Outcome run = run("run", "02-instancenorm-running-stats-none");
    Outcome compare = run("compare", "02-instancenorm-running-stats-none");

    assertThat(run.out())
        .contains("running stats   moved in norm")
        .contains("num_batches_tracked stays 0");
    assertThat(compare.out()).contains("moved, +0").contains("still, +0");
  }

  @ParameterizedTest
  @CsvSource({"03-no-counter, 0", "03-counter-i32, 7"})
  void counterIsFilledInOrConvertedAsByPyTorch(String name, long counter) throws IOException {
    JsonNode buffers = json("run", name).at("/passes/0/buffers");

    assertThat(buffers.get("0.num_batches_tracked").asLong()).isEqualTo(counter);
  }

  /// PyTorch's answers in eval mode are 203.9299 from those in train mode at most, 149.1659 on
  /// average; row by row 199.7317, 203.9299 and 191.3354.
  @Test
  void comparisonTellsHowFarEvalIsFromTrain() throws IOException {
    JsonNode cells = json("compare", "08-compare-shows-no-difference").get("cells");

    assertThat(cells.at("/3/apart_max").asDouble()).isCloseTo(203.9299, offset(1e-3));
    assertThat(cells.at("/3/apart_mean").asDouble()).isCloseTo(149.1659, offset(1e-3));
    assertThat(cells.at("/3/apart_rows"))
        .extracting(JsonNode::asDouble)
        .satisfiesExactly(
            first -> assertThat(first).isCloseTo(199.7317, offset(1e-3)),
            second -> assertThat(second).isCloseTo(203.9299, offset(1e-3)),
            third -> assertThat(third).isCloseTo(191.3354, offset(1e-3)));
    assertThat(run("compare", "08-compare-shows-no-difference").out())
        .contains("row by row, eval’s first answer is from train’s, at most: 199.7, 203.9, 191.3");
  }

  @Test
  void divisorIsNamedFirstWhereItIsTheCause() {
    assertThat(run("run", "09-same-variance-other-output").out())
        .containsSubsequence(
            "the running variance is divided by n − 1",
            "√(3/2) = 1.225",
            "this batch’s own, divided by n − 1 as they are");
  }

  @Test
  void warningOfPyTorchIsToldAndExplained() {
    assertThat(run("run", "12-dropout2d-on-three-axes").out().replaceAll("\\s+", " "))
        .contains("dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D")
        .contains("whole channels on axis 1 are dropped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16-conv1d | 32 × 16 × 1 | moved in 1; num_batches_tracked is 1",
        "16-selu | 8 × 4 | to SELU’s saturation on the first pass"
      })
  void layersThatWereMissingRun(String name, String output, String said) {
    Outcome outcome = run("run", name);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("output          " + output + ";").contains(said);
  }

  @Test
  void answerThatDiffersOnEachStartIsPutDownToTheSeed() {
    assertThat(run("run", "11-eval-but-other-answer-each-seed").out())
        .contains("The weights were drawn from seed 0: another seed makes another net");
  }

  @Test
  void batchStatisticsInEvalAreSaid() {
    assertThat(run("run", "13-eval-with-batch-statistics").out())
        .contains("keeps no running statistics (track_running_stats = False)")
        .contains("in eval mode too");
  }

  @Test
  void featuresOnTheLastAxisAreNotFittedToTheWrongOne() {
    Outcome outcome = run("run", "17-features-last");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err())
        .startsWith("running_mean should contain 1 elements not 32")
        .contains("takes axis 1 for its channels")
        .contains("x.transpose(1, 2)")
        .doesNotContain("Fit bn1");
  }

  @Test
  void channelWithoutSpreadIsSaid() {
    assertThat(run("run", "18-constant-channel").out())
        .contains("Channel 0 of “bn” has the same value throughout the batch");
  }

  @Test
  void strictLoadingRefusesAnotherHeadInPyTorchsWords() {
    Outcome outcome = run("run", "10-new-head");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("/parameters: ")
        .contains(
            "size mismatch for fc.weight: copying a param with shape torch.Size([10, 16]) from"
                + " checkpoint, the shape in current model is torch.Size([2, 16]).")
        .contains("\"strict\": false loads the 2 keys that fit");
  }

  @Test
  void backboneAloneIsLoadedAndEveryKeyThatIsLeftOutIsNamed() throws IOException {
    Path file = newHead("\"strict\": false");

    Outcome checked = shell.run("check", file.toString());
    JsonNode json =
        new ObjectMapper().readTree(shell.run("check", file.toString(), "--json", "-").out());
    Outcome run = shell.run("run", file.toString(), "--json", "-");

    assertThat(checked.out())
        .contains("2 keys loaded from 10-ten-classes.safetensors")
        .contains("left out fc.weight: torch.Size([10, 16]) in the file, torch.Size([2, 16])")
        .contains("left out fc.bias: torch.Size([10]) in the file, torch.Size([2]) in the net");
    assertThat(json.at("/state/loaded").asInt()).isEqualTo(2);
    assertThat(json.at("/state/mismatched_keys").findValuesAsText("key"))
        .containsExactly("fc.weight", "fc.bias");
    JsonNode findings = new ObjectMapper().readTree(run.out()).get("findings");
    assertThat(findings.findValuesAsText("id")).contains("state-partly-loaded");
    assertThat(findings.toString()).contains("fc.weight (torch.Size([10, 16])");
  }

  @Test
  void backboneIsTheFilesAndTheHeadIsAsDrawn() throws IOException {
    Path file = newHead("\"strict\": false");
    Path drawn = folder.resolve("drawn.modescope.json");
    Files.writeString(
        drawn,
        Files.readString(FIELD.resolve("10-new-head.modescope.json"))
            .replaceAll(",\\s*\"parameters\": \"[^\"]*\"", ""));

    shell.run("run", file.toString(), "--dump", folder.resolve("partly").toString());
    shell.run("run", drawn.toString(), "--dump", folder.resolve("drawn").toString());

    float[] head = tensor("partly", "fc.weight");
    assertThat(head).isEqualTo(tensor("drawn", "fc.weight"));
    try (var given = Safetensors.open(folder.resolve("10-ten-classes.safetensors"))) {
      assertThat(tensor("partly", "backbone.weight")).isEqualTo(given.floats("backbone.weight"));
    }
  }

  @Test
  void namesInFrontOfKeysAreStripped() throws IOException {
    Path file = newHead("\"strict\": false, \"strip\": \"backbone.\"");

    Outcome checked = shell.run("check", file.toString());

    assertThat(checked.out())
        .contains("no key loaded")
        .contains("stays as drawn backbone.weight: not in the file")
        .contains("left out weight: not in the net");
  }

  private float[] tensor(String run, String key) throws IOException {
    try (var state = Safetensors.open(folder.resolve(run).resolve("state_before.safetensors"))) {
      return state.floats(key);
    }
  }

  private Path newHead(String how) throws IOException {
    Files.copy(
        FIELD.resolve("10-ten-classes.safetensors"), folder.resolve("10-ten-classes.safetensors"));
    Path file = folder.resolve("new-head.modescope.json");
    return Files.writeString(
        file,
        Files.readString(FIELD.resolve("10-new-head.modescope.json"))
            .replace(
                "\"10-ten-classes.safetensors\"",
                "{\"file\": \"10-ten-classes.safetensors\", " + how + "}"));
  }

  private JsonNode json(String command, String name) throws IOException {
    String file = FIELD.resolve(name + ".modescope.json").toString();
    return new ObjectMapper().readTree(shell.run(command, file, "--json", "-").out());
  }

  private Outcome run(String command, String name) {
    return shell.run(command, FIELD.resolve(name + ".modescope.json").toString());
  }
}
