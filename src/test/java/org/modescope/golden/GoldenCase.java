package org.modescope.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;

/// One case that PyTorch worked out; `generate.py` beside the files describes the form.
record GoldenCase(String name, JsonNode json) {
  private static final Path FOLDER = Path.of("src/test/goldens");

  static Stream<GoldenCase> in(String... families) {
    return Stream.of(families).flatMap(GoldenCase::inFamily);
  }

  private static Stream<GoldenCase> inFamily(String family) {
    return inFile(FOLDER.resolve(family + ".json"), family);
  }

  static Stream<GoldenCase> inFile(Path file, String family) {
    try (var reader = Files.newBufferedReader(file)) {
      List<GoldenCase> cases = new ArrayList<>();
      for (JsonNode json : new ObjectMapper().readTree(reader).get("cases")) {
        cases.add(new GoldenCase(family + "/" + json.get("name").asText(), json));
      }
      return cases.stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What an experiment cannot say: one size in a list, and a parameter unfrozen inside a frozen
  /// container.
  boolean isOutOfScope() {
    return Stream.of("adaptive-odd-of-one", "nested-trainable-in-frozen").anyMatch(name::contains);
  }

  boolean isLoss() {
    return json.has("loss");
  }

  /// Whether numbers are given as sums, norms and the first few.
  boolean isSummary() {
    return json.get("passes").get(0).path("output").has("norm");
  }

  List<LayerSpec> network() {
    List<LayerSpec> layers = new ArrayList<>();
    for (JsonNode layer : json.get("network")) {
      layers.add(layer(layer, layers.size()));
    }
    return layers;
  }

  Mode mode() {
    return json.get("mode").asText().equals("train") ? Mode.TRAIN : Mode.EVAL;
  }

  GradMode gradMode() {
    return Stream.of(GradMode.values())
        .filter(mode -> mode.key().equals(json.get("grad").asText()))
        .findFirst()
        .orElseThrow();
  }

  boolean inputRequiresGrad() {
    return json.path("input_requires_grad").asBoolean();
  }

  List<String> frozen() {
    List<String> keys = new ArrayList<>();
    json.path("frozen").forEach(key -> keys.add(key.asText()));
    return keys;
  }

  StateDict state() {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    json.get("state")
        .properties()
        .forEach(
            entry ->
                entries.put(
                    entry.getKey(),
                    entry.getValue().path("dtype").asText().equals("int64")
                        ? new StateDict.Counter(entry.getValue().get("values").get(0).asLong())
                        : new StateDict.Floats(shape(entry.getValue()), values(entry.getValue()))));
    return new StateDict(entries);
  }

  JsonNode input(JsonNode pass) {
    return pass.has("input") ? pass.get("input") : json.get("input");
  }

  Optional<float[]> gradOutput() {
    return Optional.ofNullable(json.get("grad_output"))
        .map(given -> given.isArray() ? floats(given) : values(given));
  }

  @Override
  public String toString() {
    return name;
  }

  static Shape shape(JsonNode described) {
    int[] sizes = new int[described.get("shape").size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = described.get("shape").get(i).asInt();
    }
    return Shape.of(sizes);
  }

  /// The numbers of a tensor, listed or by formula.
  static float[] values(JsonNode tensor) {
    return tensor.has("uniform")
        ? UniformFormula.of(tensor.get("uniform")).values((int) shape(tensor).elements())
        : floats(tensor.get("values"));
  }

  static float[] floats(JsonNode values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = number(values.get(i));
    }
    return floats;
  }

  private static float number(JsonNode value) {
    return value.isTextual() ? Float.parseFloat(value.asText()) : (float) value.asDouble();
  }

  private static LayerSpec layer(JsonNode json, int index) {
    LayerType type = LayerType.named(json.get("type").asText()).orElseThrow();
    Map<String, Object> arguments = new LinkedHashMap<>();
    type.arguments().stream()
        .filter(argument -> json.has(argument.name()))
        .forEach(argument -> arguments.put(argument.name(), value(json.get(argument.name()))));
    String name = json.path("name").asText(Integer.toString(index));
    Optional<Mode> override =
        Optional.ofNullable(type.hasModeOfItsOwn() ? null : json.get("mode"))
            .map(mode -> mode.asText().equals("train") ? Mode.TRAIN : Mode.EVAL);
    return new LayerSpec(
        type, name, arguments, override, json.path("requires_grad").asBoolean(true));
  }

  private static Object value(JsonNode json) {
    return switch (json.getNodeType()) {
      case BOOLEAN -> json.asBoolean();
      case STRING -> json.asText();
      case NULL -> null;
      case ARRAY -> {
        List<Object> values = new ArrayList<>();
        for (JsonNode element : json) {
          values.add(
              element.isObject()
                  ? layer(element, values.size())
                  : element.isArray() && (element.isEmpty() || element.get(0).isObject())
                      ? branch(element, values.size())
                      : value(element));
        }
        yield values;
      }
      default -> json.isInt() ? (Object) json.asInt() : (Object) json.asDouble();
    };
  }

  private static LayerSpec branch(JsonNode layers, int index) {
    Object inside = value(layers);
    return LayerSpec.of(
        LayerType.SEQUENTIAL,
        LayerType.branchName(index),
        Map.of("layers", inside == null ? List.of() : inside));
  }
}
