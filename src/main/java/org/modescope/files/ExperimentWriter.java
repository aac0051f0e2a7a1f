package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Rows;
import org.modescope.experiment.TableForm;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.experiment.Training.TargetSpec;

/// An experiment in the one form that is written: keys in a fixed order, and what is left out is
/// what a reader would fill in.
final class ExperimentWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExperimentWriter() {}

  static ObjectNode toJson(Experiment experiment) {
    ObjectNode json = NODES.objectNode().put("format", ExperimentReader.FORMAT);
    putUnlessEmpty(json, "name", experiment.name());
    putUnlessEmpty(json, "note", experiment.note());
    json.put("seed", experiment.seed()).put("generator", experiment.generator().key());
    json.set("network", LayerWriter.toJson(experiment.network(), 0));
    experiment
        .parameters()
        .filter(Parameters::isFromFile)
        .ifPresent(given -> json.set("parameters", parameters(given)));
    json.set("input", input(experiment.input()));
    json.put("mode", experiment.mode().key());
    json.put("grad", experiment.gradMode().key());
    json.put("passes", experiment.passes());
    experiment.training().ifPresent(training -> json.set("training", training(training)));
    return json;
  }

  private static JsonNode parameters(Parameters given) {
    Loading loading = given.loading();
    if (loading.equals(Loading.STRICT)) {
      return NODES.textNode(given.file());
    }
    ObjectNode json = NODES.objectNode().put("file", given.file());
    if (!loading.isStrict()) {
      json.put("strict", false);
    }
    putUnlessEmpty(json, "strip", loading.strip());
    return json;
  }

  /// How many numbers its inputs and targets write down one by one, and the brackets around them.
  static long valuesWrittenDown(Experiment experiment) {
    Stream<InputSpec> trained =
        experiment.training().stream()
            .flatMap(
                training ->
                    Stream.concat(
                        given(training.target()),
                        training.validation().stream()
                            .flatMap(
                                held ->
                                    Stream.concat(Stream.of(held.input()), given(held.target())))));
    return Stream.concat(Stream.of(experiment.input()), trained)
        .filter(InputSpec.Values.class::isInstance)
        .mapToLong(input -> valuesAndBrackets(input.shape()))
        .sum();
  }

  private static long valuesAndBrackets(Shape shape) {
    long count = shape.elements();
    long lists = 1;
    for (int size : shape.toArray()) {
      count += 2 * lists;
      lists *= size;
    }
    return count;
  }

  private static Stream<InputSpec> given(TargetSpec target) {
    return target instanceof Training.Given(InputSpec values) ? Stream.of(values) : Stream.empty();
  }

  private static void putUnlessEmpty(ObjectNode json, String key, String text) {
    if (!text.isEmpty()) {
      json.put(key, text);
    }
  }

  private static ObjectNode input(InputSpec input) {
    ObjectNode json = NODES.objectNode();
    switch (input) {
      case InputSpec.Drawn drawn -> {
        json.set("shape", sizes(drawn.shape().toArray()));
        json.put("distribution", drawn.distribution().key());
        drawn.seed().ifPresent(seed -> json.put("seed", seed));
        putIfTrue(json, "fresh", drawn.fresh());
      }
      case InputSpec.Values written ->
          json.set("values", values(written.values(), written.shape(), 0, 0));
      case InputSpec.FromSafetensors tensor ->
          json.put("safetensors", tensor.file()).put("tensor", tensor.tensor());
      case InputSpec.FromDataSet rows -> {
        json.put("dataset", rows.dataSet().key());
        if (!rows.classes().isEmpty()) {
          rows.classes().forEach(json.withArray("classes")::add);
        }
        putRows(json, rows.rows(), rows.dataSet().rows(rows.classes()));
        putIfTrue(json, "flatten", rows.flatten());
        rows.resize().ifPresent(size -> json.set("resize", sizes(size.height(), size.width())));
        putIfTrue(json, "standardize", rows.standardize());
        putIfTrue(json, "fresh", rows.fresh());
      }
      case InputSpec.FromCsv csv -> {
        json.put("csv", csv.file());
        csv.columns().forEach(json.withArray("columns")::add);
        putRows(json, csv.rows(), csv.table().rows());
        putIfTrue(json, "standardize", csv.standardize());
        csv.reading().asked().ifPresent(form -> putForm(json, form));
        if (csv.reading().blanks() != Blanks.REFUSE) {
          json.put("blanks", csv.reading().blanks().key());
        }
        putIfTrue(json, "fresh", csv.fresh());
      }
    }
    return json;
  }

  private static void putForm(ObjectNode json, TableForm form) {
    json.put("separator", form.separator().key()).put("decimal", form.decimal().key());
  }

  private static void putRows(ObjectNode json, Rows rows, int available) {
    if (!rows.equals(Rows.first(available))) {
      json.set("rows", sizes(rows.first(), rows.end()));
    }
  }

  private static void putIfTrue(ObjectNode json, String key, boolean flag) {
    if (flag) {
      json.put(key, true);
    }
  }

  private static ArrayNode sizes(int... sizes) {
    ArrayNode json = NODES.arrayNode(sizes.length);
    Arrays.stream(sizes).forEach(json::add);
    return json;
  }

  /// @param from where the values of this list begin
  private static ArrayNode values(float[] values, Shape shape, int axis, int from) {
    ArrayNode json = NODES.arrayNode(shape.size(axis));
    int width = 1;
    for (int inner = axis + 1; inner < shape.rank(); inner++) {
      width *= shape.size(inner);
    }
    for (int i = 0; i < shape.size(axis); i++) {
      json.add(
          axis + 1 < shape.rank()
              ? values(values, shape, axis + 1, from + i * width)
              : number(values[from + i]));
    }
    return json;
  }

  private static JsonNode number(float value) {
    return Float.isFinite(value) ? NODES.numberNode(value) : NODES.textNode(Float.toString(value));
  }

  private static ObjectNode training(Training training) {
    ObjectNode json = NODES.objectNode();
    json.set("optimizer", OptimizerWriter.toJson(training.optimizer()));
    json.put("loss", training.loss().torchName());
    json.set("target", target(training.target()));
    json.put("batch_size", training.batchSize()).put("epochs", training.epochs());
    putIfTrue(json, "shuffle", training.order() == RowOrder.SHUFFLED);
    training
        .validation()
        .ifPresent(
            held ->
                json.putObject("validation")
                    .<ObjectNode>set("input", input(held.input()))
                    .set("target", target(held.target())));
    return json;
  }

  private static ObjectNode target(TargetSpec target) {
    return switch (target) {
      case Training.Given(InputSpec values) -> input(values);
      case Training.Column(String name) -> NODES.objectNode().put("column", name);
    };
  }
}
