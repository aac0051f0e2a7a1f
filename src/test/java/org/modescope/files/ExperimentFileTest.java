package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;

class ExperimentFileTest {
  @TempDir private Path folder;

  static Stream<Preset> presets() {
    return PresetCatalogue.all().stream();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetComesBackAsItWasWritten(Preset preset) throws IOException {
    Path file = folder.resolve("preset.modescope.json");

    ExperimentFile.write(file, preset.experiment());

    assertThat(ExperimentFile.read(file)).usingRecursiveComparison().isEqualTo(preset.experiment());
  }

  @Test
  void aStateThatHasAFileIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("transfer-digits.safetensors"), "mine");

    ExperimentFile.write(
        folder.resolve("transfer.modescope.json"),
        PresetCatalogue.named("transfer-digits").orElseThrow());

    assertThat(folder.resolve("transfer-digits.safetensors")).hasContent("mine");
  }

  @Test
  void writtenFileIsInTheCanonicalForm() throws IOException {
    Path file = folder.resolve("simple.modescope.json");

    ExperimentFile.write(file, Presets.simpleNet());

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "format": "modescope-experiment/1",
              "name": "SimpleNet",
              "note": "Linear, BatchNorm, Dropout, Linear: small enough to see everything.",
              "seed": 42,
              "generator": "pytorch",
              "network": [
                {"type": "Linear", "name": "fc1", "in_features": 10, "out_features": 20},
                {"type": "BatchNorm1d", "name": "bn1", "num_features": 20},
                {"type": "Dropout", "name": "dropout"},
                {"type": "Linear", "name": "fc2", "in_features": 20, "out_features": 1}
              ],
              "input": {"shape": [32, 10], "distribution": "normal"},
              "mode": "train",
              "grad": "grad",
              "passes": 10
            }
            """);
  }
}
