package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.run.NetworkBuilder;

class ExperimentFileDocsTest {
  private static final Path DOCS = Path.of("docs", "experiment-file.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("own table of layers. -->\n\n(.*?)\n<!-- End", Pattern.DOTALL);

  @TempDir private Path folder;

  static List<String> examples() throws IOException {
    return EXAMPLE.matcher(docs()).results().map(match -> match.group(1)).toList();
  }

  static Stream<String> keys() {
    return Stream.of(
            ExperimentReader.KEYS.stream(),
            Stream.of("type", "name", "mode", "requires_grad"),
            Arrays.stream(InputReader.Form.values()).flatMap(form -> form.keys().stream()),
            TrainingReader.KEYS.stream(),
            TrainingReader.VALIDATION_KEYS.stream(),
            TrainingReader.OLD_TASK_KEYS.stream(),
            Arrays.stream(Forgotten.values()).map(Forgotten::key),
            Arrays.stream(OptimizerReader.Type.values()).map(OptimizerReader.Type::torchName),
            Arrays.stream(OptimizerReader.Type.values()).flatMap(type -> type.arguments().stream()))
        .flatMap(keys -> keys)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsTaken(String example) throws IOException {
    writeNamedFiles();
    Path file = folder.resolve("example.modescope.json");
    String text = example.contains("\"format\"") ? example : ExperimentText.withInput(example);
    Files.writeString(file, text);

    assertThat(ExperimentFile.read(file).network()).isNotEmpty();
    assertThat(ExperimentSchemaTest.isValid(text)).isTrue();
  }

  @Test
  void layersAreThoseOfTheProgram() throws IOException {
    var table = TABLE.matcher(docs());

    assertThat(table.find()).isTrue();
    assertThat(table.group(1)).isEqualTo(LayerDocs.generate().stripTrailing());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyIsExplained(String key) throws IOException {
    assertThat(docs()).contains("`" + key + "`");
  }

  private static String docs() throws IOException {
    return Files.readString(DOCS);
  }

  /// What the examples name.
  private void writeNamedFiles() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "a,b\n1,2\n3,4\n");
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("x.safetensors"))) {
      writer.add("x", Shape.of(2, 4), new float[8]);
      writer.finish();
    }
    String residual =
        examples().stream()
            .filter(example -> example.contains("parameters"))
            .findFirst()
            .orElseThrow();
    Path drawn = folder.resolve("drawn.modescope.json");
    Files.writeString(drawn, residual.replace("\"parameters\": \"block.safetensors\",", ""));
    List<LayerSpec> network = ExperimentFile.read(drawn).network();
    try (Sequential net = NetworkBuilder.build(network, Mode.TRAIN, 0)) {
      StateFile.write(folder.resolve("block.safetensors"), net.state());
    }
  }
}
