package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.preset.Presets.Preset;

class ExperimentSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GENERATED = Path.of("target", "experiment.schema.json");
  static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ExperimentSchema.generate());

  static Stream<Preset> presets() {
    return PresetCatalogue.all().stream();
  }

  @Test
  void shippedSchemaIsTheOneThatTheTablesGive() throws IOException {
    String generated = ExperimentText.pretty(ExperimentSchema.generate());
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, generated);

    assertThat(shipped())
        .as("copy %s to resources/org/modescope/files", GENERATED)
        .isEqualTo(generated);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetIsValid(Preset preset) throws JsonProcessingException {
    assertThat(isValid(ExperimentFile.toJson(preset.experiment()).toString())).isTrue();
  }

  @Test
  void schemaItselfIsValid() {
    Schema ofSchemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(ofSchemas.validate(ExperimentSchema.generate())).isEmpty();
  }

  static boolean isValid(String text) throws JsonProcessingException {
    JsonNode json = JSON.readTree(text);
    return SCHEMA.validate(json).isEmpty();
  }

  private static String shipped() throws IOException {
    try (InputStream schema = ExperimentFile.class.getResourceAsStream("experiment.schema.json")) {
      return schema == null ? "" : new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
