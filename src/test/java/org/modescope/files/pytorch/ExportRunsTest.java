package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerType;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// What an exported script prints under PyTorch is what the engine computes.
class ExportRunsTest {
  /// The contract's, absolute and relative: two engines add up in different orders.
  private static final double TOLERANCE = 1e-5;

  /// A ResNet-18 in train mode: PyTorch 1.13's own answers to these 96 images move by 1.2e-5 to
  /// 1.5e-5 from one instruction set to another, and without oneDNN.
  private static final String DEEP = "Transfer: ResNet-18 on digits";

  private static final double TOLERANCE_OF_DEEP = 3e-5;

  private static @Nullable Python python;

  @TempDir private Path folder;

  @BeforeAll
  static void startPython() throws IOException {
    Optional<Python> found = Python.find();
    assumeTrue(found.isPresent(), Python.MISSING);
    python = found.get();
  }

  @AfterAll
  static void endPython() {
    if (python != null) {
      python.close();
    }
  }

  /// Every preset in every mode, with and without a graph.
  static Stream<Experiment> presets() {
    return PresetCatalogue.all().stream()
        .map(Preset::experiment)
        .flatMap(
            experiment ->
                Stream.of(
                    experiment,
                    experiment.withMode(Mode.TRAIN).withGradMode(GradMode.INFERENCE_MODE),
                    experiment.withMode(Mode.EVAL).withGradMode(GradMode.GRAD).withPasses(1),
                    experiment.withMode(Mode.EVAL).withGradMode(GradMode.NO_GRAD).withPasses(2)));
  }

  @ParameterizedTest
  @MethodSource({
    "presets",
    "org.modescope.files.pytorch.Nets#all",
    "org.modescope.files.pytorch.Nets#drawn"
  })
  void scriptPrintsWhatTheEngineComputes(Experiment experiment) throws IOException {
    double tolerance = experiment.name().equals(DEEP) ? TOLERANCE_OF_DEEP : TOLERANCE;
    try (DirectRun run = new DirectRun(experiment)) {
      PyTorchExport.write(experiment, folder);

      JsonNode answer = run(folder.resolve(PyTorchExport.SCRIPT));

      Observation seen =
          run.go(
              RunOptions.plain(experiment.passes()), RunRecorder.NONE, progress -> {}, () -> false);
      if (seen.progress().status() == Status.REFUSED) {
        assertThat(answer.at("/error/message").asText())
            .isEqualTo(seen.refusal().orElseThrow().message());
        return;
      }
      assertThat(answer.get("error").isNull()).as("%s", answer.get("error")).isTrue();
      JsonNode printed = lastLine(answer);
      assertThat(printed.get("packed_bytes").asLong())
          .isEqualTo(seen.memory().orElseThrow().packedBytes());
      assertThat(printed.get("unique_bytes").asLong())
          .isEqualTo(seen.memory().orElseThrow().uniqueBytes());
      OutputVariance output = seen.output().orElseThrow();
      assertThat(printed.get("identical").asBoolean()).isEqualTo(output.identical());
      assertThat(printed.get("output_std_max").asDouble())
          .isCloseTo(output.largestDeviation(), within(3 * tolerance * largest(output)));
      float[] first = output.samples().getFirst().values();
      assertClose("output", first, printed.get("first_output"), tolerance);
      assertBuffers(run.state(), printed.get("buffers"), tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource({"presets", "org.modescope.files.pytorch.Nets#all"})
  void slideRunsByItself(Experiment experiment) throws IOException {
    Path script = folder.resolve("slide.py");
    Files.writeString(script, PyTorchScript.slide(experiment).text());

    JsonNode error = run(script).get("error");

    boolean isOneRow = experiment.input().shape().size(0) == 1;
    boolean isRefused = isOneRow && error.path("message").asText().startsWith("Expected more than");
    assertThat(error.isNull() || isRefused).as("%s", error).isTrue();
  }

  /// What the code panel shows, as it stands, with a line after it that prints every answer.
  @ParameterizedTest
  @MethodSource("presets")
  void slidePrintsTheWindowsNumbersWhereTheyAreDrawn(Experiment experiment) throws IOException {
    assumeTrue(PyTorchScript.isDrawn(experiment));
    List<float[]> outputs = new ArrayList<>();
    Observation seen = outputs(experiment, outputs);
    assumeTrue(seen.progress().status() != Status.REFUSED);
    String slide = PyTorchScript.slide(experiment).text();
    Path script = folder.resolve("slide.py");
    Files.writeString(script, slide + "import json\nprint(json.dumps(y.flatten(1).tolist()))\n");

    JsonNode answer = run(script);

    assertThat(answer.get("error").isNull()).as("%s", answer.get("error")).isTrue();
    JsonNode printed = lastLine(answer);
    assertThat(printed).hasSize(outputs.size());
    for (int pass = 0; pass < outputs.size(); pass++) {
      assertClose("pass " + pass, outputs.get(pass), printed.get(pass), TOLERANCE);
    }
    if (outputs.size() > 1) {
      double deviation = seen.output().orElseThrow().meanDeviation();
      String line = answer.get("printed").get(0).asText();
      assertThat(Double.parseDouble(line.replace("tensor(", "").replace(")", "")))
          .isCloseTo(deviation, within(1e-4));
    }
  }

  private static Observation outputs(Experiment experiment, List<float[]> outputs) {
    RunRecorder recorder =
        new RunRecorder() {
          @Override
          public void output(int pass, Shape shape, float[] values) {
            outputs.add(values);
          }
        };
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(RunOptions.plain(experiment.passes()), recorder, progress -> {}, () -> false);
    }
  }

  /// Control characters, quotes, names of encodings, marks that reorder text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# -*- coding: utf-7 -*-",
        "\"\"\"\nraise SystemExit\n\"\"\"",
        "'''\r\nraise SystemExit",
        "\\\"\\",
        "\\N{DIGIT ONE} {x} %s",
        "a\u2028b\u0085c\u000bd\u000ce\u0000f",
        "\u202eback\u2066wards\ufeff",
        "größe ℌ ﬁ 数 \ud83d\ude00",
        "coding: latin-1",
        "lambda",
        "self",
        "__class__",
        "x = exit()"
      })
  void namesAndNotesStayTextWhateverTheySay(String nasty) throws IOException {
    Experiment experiment =
        Nets.experiment(
                nasty,
                Shape.of(2, 3),
                Nets.layer(LayerType.RELU, nasty),
                Nets.layer(
                    LayerType.SEQUENTIAL,
                    "group",
                    "layers",
                    List.of(Nets.layer(LayerType.TANH, nasty).withMode(Optional.of(Mode.EVAL)))))
            .named(nasty, nasty);
    PyTorchExport.write(experiment, folder);
    Path script = folder.resolve(PyTorchExport.SCRIPT);

    JsonNode parsed = Objects.requireNonNull(python).parse(script);
    JsonNode answer = run(script);

    assertThat(parsed.get("error").isNull()).as("%s", parsed.get("error")).isTrue();
    assertThat(parsed.get("names"))
        .extracting(JsonNode::asText)
        .doesNotContain("SystemExit", "exit");
    assertThat(answer.get("error").isNull()).as("%s", answer.get("error")).isTrue();
    assertThat(lastLine(answer).get("identical").asBoolean()).isTrue();
  }

  @Test
  void refusedPassRaisesPyTorchsOwnError() throws IOException {
    Experiment listing =
        Presets.simpleNet().withInput(Presets.simpleNet().input().withBatchSize(1));
    PyTorchExport.write(listing, folder);

    JsonNode error = run(folder.resolve(PyTorchExport.SCRIPT)).get("error");

    assertThat(error.get("type").asText()).isEqualTo("ValueError");
    assertThat(error.get("message").asText())
        .isEqualTo(
            "Expected more than 1 value per channel when training, got input size torch.Size([1,"
                + " 20])");
  }

  /// How far from 0 answers lie, at least 1: each is known to a part of that, and their spread to
  /// what is left of several such parts.
  private static double largest(OutputVariance output) {
    return Arrays.stream(output.mean()).map(Math::abs).reduce(1, Math::max);
  }

  private static JsonNode run(Path script) {
    return Objects.requireNonNull(python).run(script);
  }

  private static JsonNode lastLine(JsonNode answer) throws IOException {
    JsonNode lines = answer.get("printed");
    return new ObjectMapper().readTree(lines.get(lines.size() - 1).asText());
  }

  private static void assertBuffers(StateDict state, JsonNode printed, double tolerance) {
    for (Map.Entry<String, JsonNode> buffer : printed.properties()) {
      switch (state.entries().get(buffer.getKey())) {
        case StateDict.Counter(long value) ->
            assertThat(buffer.getValue().asLong()).as(buffer.getKey()).isEqualTo(value);
        case StateDict.Floats floats ->
            assertClose(buffer.getKey(), floats.values(), buffer.getValue(), tolerance);
      }
    }
    List<String> keys =
        state.entries().keySet().stream()
            .filter(key -> key.contains(".running_") || key.endsWith(".num_batches_tracked"))
            .toList();
    assertThat(printed.properties()).extracting(Map.Entry::getKey).hasSameElementsAs(keys);
  }

  private static void assertClose(String what, float[] values, JsonNode printed, double tolerance) {
    assertThat(printed).as(what).hasSize(values.length);
    for (int i = 0; i < values.length; i++) {
      if (Float.isFinite(values[i])) {
        assertThat(printed.get(i).asDouble())
            .as("%s[%d]", what, i)
            .isCloseTo(values[i], within(tolerance * Math.max(1, Math.abs(values[i]))));
      } else {
        assertThat(printed.get(i).asText()).isEqualTo(Float.toString(values[i]));
      }
    }
  }
}
