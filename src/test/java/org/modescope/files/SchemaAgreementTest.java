package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever is done to a valid experiment, reader and schema judge alike, but for what no schema
/// can know.
class SchemaAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FILE = Path.of("mutated.modescope.json");

  private static final List<ObjectNode> VALID =
      PresetCatalogue.all().stream()
          .map(preset -> ExperimentFile.toJson(preset.experiment()))
          .toList();

  /// What depends on other values, on data or on files.
  private static final Pattern KNOWN_TO_THE_READER_ALONE =
      Pattern.compile(
          "second layer called|would take|like the first one beside it|as many rows|rows must be"
              + "|/rows/|there is no file|is not a file|names a column|column must be one of"
              + "|targets of CrossEntropyLoss|resize is for images|leads out of");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "-1",
          "0",
          "1",
          "2",
          "20.5",
          "1e-3",
          "3000000000",
          "'x'",
          "''",
          "'train'",
          "'ReLU'",
          "'Linear'",
          "'a.b'",
          "'NaN'",
          "[]",
          "{}",
          "[1, 2]",
          "[[1], [2]]",
          "[1, 'x']",
          "[null, 3]",
          "{'type': 'ReLU'}",
          "[{'type': 'ReLU'}]",
          "{'values': [1, 2]}",
          "{'column': 'label'}",
          "{'dataset': 'iris'}");

  private static final List<String> KEYS =
      List.of(
          "p", "name", "mode", "seed", "values", "momentum", "requires_grad", "type", "unknown");

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void readerAndSchemaJudgeAlike(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    JsonNode json = valid(random);
    for (int mutations = 1 + random.nextInt(2); mutations > 0; mutations--) {
      mutate(json, random);
    }

    String refusal = refusal(json);

    boolean isValid = ExperimentSchemaTest.SCHEMA.validate(json).isEmpty();
    if (isValid) {
      assertThat(KNOWN_TO_THE_READER_ALONE.matcher(refusal).find() || refusal.isEmpty())
          .as("%s%n%s", json, refusal)
          .isTrue();
    } else {
      assertThat(refusal).as("%s", json).isNotEmpty();
    }
  }

  /// What the reader says; nothing if it takes the experiment.
  private static String refusal(JsonNode json) throws IOException {
    try {
      ExperimentFolder folder = ExperimentFolder.of(FILE, Reach.OWN_FOLDER);
      new ExperimentReader(folder).read(new JsonValue(JsonPlace.top(FILE), json));
      return "";
    } catch (InvalidFileException refused) {
      return refused.getMessage();
    }
  }

  private static JsonNode valid(Random random) throws IOException {
    if (random.nextInt(3) == 0) {
      return JSON.readTree(ExperimentText.quoted(ExperimentText.RICH));
    }
    return VALID.get(random.nextInt(VALID.size())).deepCopy();
  }

  private static void mutate(JsonNode json, Random random) throws IOException {
    List<JsonNode> containers = new ArrayList<>();
    collect(json, containers);
    switch (containers.get(random.nextInt(containers.size()))) {
      case ObjectNode object -> mutate(object, random);
      case ArrayNode list -> mutate(list, random);
      default -> throw new AssertionError("neither object nor list");
    }
  }

  private static void mutate(ObjectNode object, Random random) throws IOException {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    if (keys.isEmpty() || random.nextInt(4) == 0) {
      object.set(pick(KEYS, random), value(random));
    } else if (random.nextInt(3) == 0) {
      object.remove(pick(keys, random));
    } else {
      object.set(pick(keys, random), value(random));
    }
  }

  private static void mutate(ArrayNode list, Random random) throws IOException {
    if (list.isEmpty() || random.nextInt(3) == 0) {
      list.add(value(random));
    } else if (random.nextInt(3) == 0) {
      list.remove(random.nextInt(list.size()));
    } else {
      list.set(random.nextInt(list.size()), value(random));
    }
  }

  private static void collect(JsonNode json, List<JsonNode> containers) {
    if (json.isContainerNode()) {
      containers.add(json);
      json.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random) throws IOException {
    return JSON.readTree(ExperimentText.quoted(pick(VALUES, random)));
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
