package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Rows;
import org.modescope.files.pytorch.importing.PyTorchImport;
import org.modescope.measure.OutputVariance;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// A script whose passes each make a batch prints what the engine computes, and is read again.
class FreshExportTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path folder;

  static Stream<InputSpec> inputs() {
    return Stream.of(
        new InputSpec.Drawn(Shape.of(8, 10), Distribution.NORMAL).withFresh(true),
        new InputSpec.Drawn(Shape.of(8, 10), Distribution.UNIFORM, 5).withFresh(true),
        new InputSpec.FromDataSet(
                DataSet.DIGITS, new Rows(1780, 1790), true, Optional.empty(), true)
            .withFresh(true));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void scriptPrintsWhatTheEngineComputes(InputSpec input) throws IOException {
    Optional<Python> python = Python.find();
    assumeTrue(python.isPresent(), Python.MISSING);
    Experiment fresh = net(input);
    PyTorchExport.write(fresh, folder);

    JsonNode answer = python.get().run(folder.resolve("experiment.py"));

    JsonNode printed = lastLine(answer);
    try (DirectRun run = new DirectRun(fresh)) {
      OutputVariance output =
          run.go(RunOptions.plain(fresh.passes()), RunRecorder.NONE, _ -> {}, () -> false)
              .output()
              .orElseThrow();
      assertThat(printed.get("output_std_max").asDouble())
          .isCloseTo(output.largestDeviation(), within(TOLERANCE));
      assertThat((float) printed.get("first_output").get(0).asDouble())
          .isCloseTo(output.samples().getFirst().values()[0], within((float) TOLERANCE));
    }
  }

  @Test
  void whatIsDrawnInALoopIsReadAsFresh() {
    Experiment fresh = net(inputs().findFirst().orElseThrow());

    Experiment read =
        PyTorchImport.read(PyTorchScript.slide(fresh).text(), Optional.empty())
            .experiment()
            .orElseThrow();

    assertThat(read.input()).isEqualTo(fresh.input());
    assertThat(read.passes()).isEqualTo(fresh.passes());
  }

  private static Experiment net(InputSpec input) {
    return Presets.simpleNet()
        .withNetwork(
            List.of(
                LayerSpec.of(
                    LayerType.LINEAR,
                    "fc",
                    Map.of("in_features", input.shape().size(1), "out_features", 6)),
                LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 6)),
                LayerSpec.of(LayerType.DROPOUT, "drop", Map.of("p", 0.3))))
        .withInput(input)
        .withPasses(9);
  }

  private static JsonNode lastLine(JsonNode answer) throws IOException {
    assertThat(answer.get("error").isNull()).as("%s", answer.get("error")).isTrue();
    JsonNode lines = answer.get("printed");
    return new ObjectMapper().readTree(lines.get(lines.size() - 1).asText());
  }
}
