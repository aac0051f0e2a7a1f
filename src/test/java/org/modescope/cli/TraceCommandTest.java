package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.cli.Shell.Outcome;

class TraceCommandTest {
  private static final Path GOLDENS = Path.of("src/test/goldens/trace/traces.json");

  /// Float32 arithmetic in another order.
  private static final double TOLERANCE = 1e-5;

  private final Shell shell = new Shell();

  @TempDir private Path folder;

  /// What PyTorch gave; `generate.py` beside the file says how.
  record Golden(JsonNode json) {
    @Override
    public String toString() {
      return json.get("name").asText();
    }
  }

  static Stream<Golden> goldens() throws IOException {
    List<Golden> all = new ArrayList<>();
    new ObjectMapper()
        .readTree(GOLDENS.toFile())
        .get("cases")
        .forEach(json -> all.add(new Golden(json)));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void stagesAreThoseOfPyTorch(Golden golden) throws IOException {
    JsonNode expected = golden.json();
    Path file = folder.resolve("net.modescope.json");
    Files.writeString(file, expected.get("experiment").toString());

    Outcome outcome =
        shell.run(
            "trace",
            file.toString(),
            "--layer",
            expected.get("layer").asText(),
            "--pass",
            expected.get("pass").asText(),
            "--json",
            "-");

    if (expected.has("refused")) {
      assertThat(outcome.exitCode()).isEqualTo(3);
      assertThat(outcome.err()).startsWith(expected.get("refused").asText());
      return;
    }
    assertThat(outcome.err()).isEmpty();
    JsonNode trace = new ObjectMapper().readTree(outcome.out());
    assertThat(trace.get("layer")).isEqualTo(expected.get("layer"));
    assertThat(trace.get("stages").findValuesAsText("name"))
        .isEqualTo(expected.get("stages").findValuesAsText("name"));
    for (int i = 0; i < expected.get("stages").size(); i++) {
      compare(trace.get("stages").get(i), expected.get("stages").get(i));
    }
    assertThat(trace.path("other_mode_refused").asText())
        .isEqualTo(expected.path("other_refused").asText());
    if (expected.has("counted")) {
      assertThat(trace.get("num_batches_tracked_before")).isEqualTo(expected.at("/counted/0"));
      assertThat(trace.get("num_batches_tracked_after")).isEqualTo(expected.at("/counted/1"));
    }
  }

  private static void compare(JsonNode stage, JsonNode expected) {
    String name = expected.get("name").asText();
    assertThat(stage.get("shape")).as(name).isEqualTo(expected.get("shape"));
    double[] given = numbers(stage);
    double[] wanted = numbers(expected);
    double largest = 1;
    for (double value : wanted) {
      largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    assertThat(given).as(name).containsExactly(wanted, within(TOLERANCE * largest));
  }

  private static double[] numbers(JsonNode stage) {
    double[] numbers = new double[stage.get("values").size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode value = stage.get("values").get(i);
      numbers[i] = value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
    }
    return numbers;
  }

  @Test
  void savedIsWhatTheGraphOfARunKeepsForTheLayer() throws IOException {
    JsonNode trace = json("trace", "preset:simplenet", "--layer", "bn1", "--json", "-");
    JsonNode run = json("run", "preset:simplenet", "--passes", "1", "--json", "-");

    List<JsonNode> kept = new ArrayList<>();
    for (JsonNode node : run.at("/passes/0/graph/nodes")) {
      if (node.get("layer").asText().equals("bn1")) {
        node.get("saved").forEach(kept::add);
      }
    }
    assertThat(kept).isNotEmpty();
    assertThat(trace.get("saved")).containsExactlyElementsOf(kept);
  }

  @Test
  void outputIsThatOfTheRunsSamePass() throws IOException {
    JsonNode trace =
        json("trace", "preset:simplenet", "--layer", "fc2", "--pass", "7", "--json", "-");
    JsonNode run = json("run", "preset:simplenet", "--json", "-");

    assertThat(trace.at("/stages/1/values")).isEqualTo(run.at("/passes/6/output/values"));
  }

  @Test
  void optionsOverrideTheExperiment() throws IOException {
    JsonNode trace =
        json(
            "trace",
            "preset:simplenet",
            "--layer",
            "bn1",
            "--mode",
            "eval",
            "--grad",
            "no_grad",
            "--seed",
            "7",
            "--json",
            "-");

    assertThat(trace.get("mode").asText()).isEqualTo("eval");
    assertThat(trace.get("grad").asText()).isEqualTo("no_grad");
    assertThat(trace.get("saved")).isEmpty();
    assertThat(trace.at("/experiment/seed").asInt()).isEqualTo(7);
  }

  @Test
  void withoutJsonATableIsPrinted() {
    Outcome outcome = shell.run("trace", "preset:simplenet", "--layer", "bn1", "--pass", "4");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("bn1 (BatchNorm1d) on pass 4, mode train, grad")
        .containsPattern("running_mean_after +20 ")
        .contains("num_batches_tracked: 3 → 4")
        .contains("result1 (20, 80 bytes)");
  }

  @Test
  void unknownLayerIsNamedWithThoseThatThereAre() {
    Outcome outcome = shell.run("trace", "preset:simplenet", "--layer", "bn2");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("“bn2”", "fc1, bn1, dropout, fc2").hasLineCount(1);
  }

  @Test
  void refusedPassEndsWithPyTorchsWords() {
    Outcome outcome = shell.run("trace", "preset:simplenet-listing", "--layer", "fc1");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err())
        .startsWith("Expected more than 1 value per channel when training, got input size")
        .contains("bn1 (/network/1)");
  }

  @Test
  void ctrlCWhileEarlierPassesAreMadeSaysHowFarItCame() {
    Outcome outcome =
        Shell.interruptedAfter(1)
            .run("trace", "preset:simplenet", "--layer", "bn1", "--pass", "1000000", "--json", "-");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("stopped after 1 pass");
  }

  private JsonNode json(String... arguments) throws IOException {
    Outcome outcome = shell.run(arguments);
    assertThat(outcome.err()).isEmpty();
    return new ObjectMapper().readTree(outcome.out());
  }
}
