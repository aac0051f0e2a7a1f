package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.cli.Shell.Outcome;

class GraphCommandTest {
  private final Shell shell = new Shell();

  /// As torch 1.13 and 2.7 show SimpleNet: `fc2` leads to its bias, the dropout and its weight.
  @Test
  void nodesAreThoseOfPyTorch() throws IOException {
    JsonNode nodes = json("preset:simplenet").get("nodes");

    assertThat(lines(nodes))
        .containsExactly(
            "0 AddmmBackward0 fc2 [1,2,3]",
            "1 AccumulateGrad fc2 [] fc2.bias",
            "2 MulBackward0 dropout [4]",
            "3 TBackward0 fc2 [5]",
            "4 NativeBatchNormBackward0 bn1 [6,7,8]",
            "5 AccumulateGrad fc2 [] fc2.weight",
            "6 AddmmBackward0 fc1 [9,10]",
            "7 AccumulateGrad bn1 [] bn1.weight",
            "8 AccumulateGrad bn1 [] bn1.bias",
            "9 AccumulateGrad fc1 [] fc1.bias",
            "10 TBackward0 fc1 [11]",
            "11 AccumulateGrad fc1 [] fc1.weight");
  }

  @Test
  void savedTensorsAreThoseOfTheRun() throws IOException {
    JsonNode graph = json("preset:simplenet");
    JsonNode run =
        new ObjectMapper()
            .readTree(shell.run("run", "preset:simplenet", "--passes", "1", "--json", "-").out());

    List<String> saved = new ArrayList<>();
    for (JsonNode node : graph.get("nodes")) {
      node.get("saved").forEach(each -> saved.add(kept(node, each)));
    }
    List<String> inRun = new ArrayList<>();
    for (JsonNode node : run.at("/passes/0/graph/nodes")) {
      node.get("saved").forEach(each -> inRun.add(kept(node, each)));
    }
    assertThat(saved).containsExactlyInAnyOrderElementsOf(inRun).hasSize(10);
    assertThat(graph.get("packed_bytes").asLong()).isEqualTo(9440);
    assertThat(graph.get("unique_bytes").asLong()).isEqualTo(9440);
    assertThat(graph.get("extra_bytes").asLong()).isEqualTo(7840);
  }

  /// In eval mode dropout passes its input on: the normalised values are kept by the last layer
  /// alone, and dropout has no node.
  @Test
  void optionsTakeThePlaceOfTheExperiments() throws IOException {
    JsonNode graph = json("preset:simplenet", "--mode", "eval", "--seed", "3", "--passes", "7");

    assertThat(graph.get("nodes").findValuesAsText("op")).doesNotContain("MulBackward0");
    assertThat(graph.at("/experiment/seed").asInt()).isEqualTo(3);
    assertThat(graph.get("packed_bytes").asLong()).isEqualTo(6720);
  }

  @Test
  void sharedStorageNamesItsOtherOwners() throws IOException {
    JsonNode nodes = json("preset:deep-20").get("nodes");

    assertThat(
            nodes.findValues("saved").stream()
                .flatMap(saved -> saved.findValues("also").stream())
                .filter(also -> also.toString().equals("[\"relu9\"]")))
        .isNotEmpty();
  }

  @Test
  void withoutRecordingThereIsNoNodeAndAReason() throws IOException {
    JsonNode graph = json("preset:simplenet", "--grad", "no_grad");

    assertThat(graph.get("nodes")).isEmpty();
    assertThat(graph.get("why").asText())
        .isEqualTo("Nothing was recorded: the pass ran under no_grad.");
    assertThat(graph.get("packed_bytes").asLong()).isZero();
    assertThat(shell.run("graph", "preset:simplenet", "--grad", "inference_mode").out())
        .contains("Nothing was recorded: the pass ran under inference_mode.");
  }

  @Test
  void withoutOptionsPeopleCanReadIt() {
    Outcome outcome = shell.run("graph", "preset:simplenet");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .containsPattern("0 +AddmmBackward0 +fc2 +1 2 3 +mat2 +20 × 1 +80 +reference +fc2.weight")
        .containsPattern("5 +AccumulateGrad +fc2 +fc2.weight.grad")
        .contains("9,440 bytes (packed)");
  }

  @Test
  void aRefusedPassLeavesNoFile(@TempDir Path folder) {
    Path file = folder.resolve("graph.json");

    Outcome outcome = shell.run("graph", "preset:simplenet-listing", "--json", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).startsWith("Expected more than 1 value per channel when training");
    assertThat(file).doesNotExist();
  }

  @Test
  void onlyOneResultGoesToStandardOutput() {
    Outcome outcome = shell.run("graph", "preset:simplenet", "--json", "-", "--dot", "-");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void dotHasEveryNodeAndEachStorageOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("graph.dot");

    Outcome outcome = shell.run("graph", "preset:deep-20", "--dot", file.toString());

    String dot = Files.readString(file);
    assertThat(outcome.exitCode()).isZero();
    assertThat(dot).startsWith("digraph autograd {").endsWith("}\n");
    assertThat(dot.lines().filter(line -> line.contains("label=\"ReluBackward0\""))).hasSize(9);
    assertThat(dot.lines().filter(line -> line.contains("fillcolor"))).hasSize(10);
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("graph"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--json", "-"));
    Outcome outcome = shell.run(all.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }

  private static List<String> lines(JsonNode nodes) {
    List<String> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      lines.add(
          "%s %s %s %s %s"
              .formatted(
                  node.get("id"),
                  node.get("op").asText(),
                  node.get("layer").asText(),
                  node.get("next"),
                  node.path("parameter").asText())
              .strip());
    }
    return lines;
  }

  private static String kept(JsonNode node, JsonNode saved) {
    return String.join(
        " ",
        node.get("op").asText(),
        node.get("layer").asText(),
        saved.get("name").asText(),
        saved.get("shape").toString(),
        saved.get("bytes").asText(),
        saved.get("kind").asText(),
        saved.get("storage").asText());
  }
}
