package org.modescope.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.random.Dialect;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Separator;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.nn.Mode;

/// Makes the JSON Schema of the experiment file from the tables that the reader follows.
final class ExperimentSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExperimentSchema() {}

  static ObjectNode generate() {
    ObjectNode schema =
        NODES
            .objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", "ModeScope experiment")
            .put("description", "A net, what goes into it, and in which modes it runs.");
    schema.setAll(top());
    ObjectNode definitions = schema.putObject("$defs");
    definitions.set("layers", list(reference("layer")));
    definitions.set("layer", chosenByType("type", layerNames()));
    for (LayerType type : LayerType.values()) {
      definitions.set(type.torchName(), LayerSchema.of(type));
    }
    definitions.set("input", inputs(key -> true));
    definitions.set("rows", inputs(key -> !key.equals("fresh")));
    definitions.set("target", target());
    definitions.set("training", training());
    definitions.set("optimizer", chosenByType("type", optimizerNames()));
    for (OptimizerReader.Type type : OptimizerReader.Type.values()) {
      definitions.set(type.torchName(), optimizer(type));
    }
    return schema;
  }

  private static ObjectNode top() {
    ObjectNode properties = NODES.objectNode();
    properties.putObject("format").put("const", ExperimentReader.FORMAT);
    properties.set("name", text("what it is called"));
    properties.set("note", text("what a teacher wants to say about it"));
    properties.set(
        "seed",
        seed("number")
            .put("description", "what torch.manual_seed is given before anything is drawn")
            .put("default", 0));
    properties.set(
        "generator",
        words(Dialect.values(), Dialect::key)
            .put("description", "which builds of PyTorch masks are drawn as")
            .put("default", Dialect.PYTORCH.key()));
    properties.set("network", reference("layers").put("minItems", 1));
    properties.set("parameters", parameters());
    properties.set("input", reference("input"));
    properties.set("mode", words(Mode.values(), Mode::key).put("default", "train"));
    properties.set("grad", words(GradMode.values(), GradMode::key).put("default", "grad"));
    properties.set("passes", wholeNumber(1, Experiment.MAXIMUM_PASSES).put("default", 1));
    properties.set("training", reference("training"));
    return object(properties, "format", "network", "input");
  }

  private static ObjectNode parameters() {
    ObjectNode properties = NODES.objectNode();
    properties.set("file", file());
    properties
        .putObject("strict")
        .put("type", "boolean")
        .put("description", "whether every key must fit; if not, what fits is loaded")
        .put("default", true);
    properties.set(
        "strip", text("what is taken away from the beginning of keys").put("default", ""));
    ObjectNode schema = NODES.objectNode();
    schema.putArray("oneOf").add(file()).add(object(properties, "file"));
    return schema;
  }

  private static ObjectNode file() {
    return text("a safetensors file with the net's state_dict, relative to this file")
        .put("minLength", 1);
  }

  private static List<String> layerNames() {
    return Arrays.stream(LayerType.values()).map(LayerType::torchName).toList();
  }

  private static List<String> optimizerNames() {
    return Arrays.stream(OptimizerReader.Type.values())
        .map(OptimizerReader.Type::torchName)
        .toList();
  }

  /// An object whose `type` says which definition it must follow.
  private static ObjectNode chosenByType(String key, List<String> types) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.putArray("required").add(key);
    schema.putObject("properties").set(key, words(types));
    ArrayNode choices = schema.putArray("allOf");
    for (String type : types) {
      ObjectNode choice = choices.addObject();
      choice.putObject("if").putObject("properties").putObject(key).put("const", type);
      choice.set("then", reference(type));
    }
    return schema;
  }

  private static ObjectNode inputs(Predicate<String> allowed) {
    ObjectNode schema = NODES.objectNode();
    ArrayNode forms = schema.putArray("oneOf");
    for (InputReader.Form form : InputReader.Form.values()) {
      forms.add(input(form, allowed));
    }
    return schema;
  }

  private static ObjectNode input(InputReader.Form form, Predicate<String> allowed) {
    ObjectNode properties = NODES.objectNode();
    form.keys().stream().filter(allowed).forEach(key -> properties.set(key, inputValue(form, key)));
    return switch (form) {
      case SHAPE -> object(properties, form.key(), "distribution");
      case SAFETENSORS -> object(properties, form.key(), "tensor");
      case VALUES, DATASET, CSV -> object(properties, form.key());
    };
  }

  private static ObjectNode inputValue(InputReader.Form form, String key) {
    int most = Integer.MAX_VALUE;
    return switch (key) {
      case "shape" ->
          list(wholeNumber(0, most)).put("minItems", 1).put("maxItems", InputReader.MAXIMUM_RANK);
      case "distribution" -> words(Distribution.values(), Distribution::key);
      case "seed" ->
          seed("integer")
              .put(
                  "description",
                  "of a generator of its own; without it, drawn on from the experiment's");
      case "values" -> nestedNumbers(InputReader.MAXIMUM_RANK);
      case "safetensors" -> text("a file, relative to this one").put("minLength", 1);
      case "tensor" -> text("a tensor's name in it");
      case "dataset" -> words(DataSet.values(), DataSet::key);
      case "csv" -> text("a file with a header line, relative to this one").put("minLength", 1);
      case "columns" -> list(NODES.objectNode().put("type", "string")).put("minItems", 1);
      case "classes" -> list(wholeNumber(0, most)).put("minItems", 1).put("uniqueItems", true);
      case "rows" -> pair(wholeNumber(0, most), "the first row and the one after the last");
      case "resize" ->
          pair(wholeNumber(1, InputSpec.FromDataSet.MAXIMUM_SIDE), "a height and a width");
      case "flatten", "standardize" -> flag();
      case "fresh" -> flag().put("description", "each pass gets a batch of its own");
      case "separator" -> words(Separator.values(), Separator::key);
      case "decimal" -> words(DecimalMark.values(), DecimalMark::key);
      case "blanks" -> words(Blanks.values(), Blanks::key).put("default", Blanks.REFUSE.key());
      default -> throw new IllegalArgumentException(form + " has an unknown key " + key);
    };
  }

  private static ObjectNode nestedNumbers(int depth) {
    ObjectNode number = NODES.objectNode();
    ArrayNode either = number.putArray("anyOf");
    either
        .addObject()
        .put("type", "number")
        .put("minimum", -Float.MAX_VALUE)
        .put("maximum", Float.MAX_VALUE);
    either.add(words(List.copyOf(ValuesReader.WORDS.keySet().stream().sorted().toList())));
    ObjectNode nested = list(number);
    for (int level = 1; level < depth; level++) {
      ObjectNode outer = NODES.objectNode();
      outer.putArray("anyOf").add(list(number)).add(list(nested));
      nested = outer;
    }
    return nested;
  }

  private static ObjectNode target() {
    ObjectNode column = NODES.objectNode();
    column.set("column", text("a column of the data set or table that the input comes from"));
    ObjectNode schema = NODES.objectNode();
    schema.putArray("oneOf").add(reference("rows")).add(object(column, "column"));
    return schema;
  }

  private static ObjectNode training() {
    ObjectNode validation = NODES.objectNode();
    validation.set("input", reference("rows"));
    validation.set("target", reference("target"));
    ObjectNode properties = NODES.objectNode();
    properties.set("optimizer", reference("optimizer"));
    properties.set("loss", words(Loss.values(), Loss::torchName));
    properties.set("target", reference("target"));
    properties.set("batch_size", wholeNumber(1, Integer.MAX_VALUE).put("default", 1));
    properties.set("epochs", wholeNumber(1, Training.MAXIMUM_EPOCHS).put("default", 1));
    properties.set("shuffle", flag());
    properties.set("validation", object(validation, "input", "target"));
    return object(properties, "optimizer", "loss", "target");
  }

  private static ObjectNode optimizer(OptimizerReader.Type type) {
    ObjectNode properties = NODES.objectNode();
    properties.putObject("type").put("const", type.torchName());
    for (String argument : type.arguments()) {
      properties.set(
          argument,
          switch (argument) {
            case "nesterov" -> flag();
            case "betas" ->
                pair(number().put("minimum", 0).put("exclusiveMaximum", 1), "how much is kept");
            default -> number().put("minimum", 0);
          });
    }
    ObjectNode schema = object(properties, "type");
    if (type == OptimizerReader.Type.SGD) {
      ObjectNode lookingAhead = schema.putObject("if");
      lookingAhead.putObject("properties").putObject("nesterov").put("const", true);
      lookingAhead.putArray("required").add("nesterov");
      ObjectNode then = schema.putObject("then");
      then.putArray("required").add("momentum");
      then.putObject("properties").putObject("momentum").put("exclusiveMinimum", 0);
    }
    return schema;
  }

  static ObjectNode object(ObjectNode properties, String... required) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    Arrays.stream(required).forEach(schema.withArray("required")::add);
    schema.set("properties", properties);
    return schema.put("additionalProperties", false);
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode schema = NODES.objectNode().put("type", "array");
    schema.set("items", items);
    return schema;
  }

  private static ObjectNode pair(ObjectNode items, String description) {
    return list(items).put("minItems", 2).put("maxItems", 2).put("description", description);
  }

  static ObjectNode reference(String definition) {
    return NODES.objectNode().put("$ref", "#/$defs/" + definition);
  }

  static ObjectNode words(Collection<String> words) {
    ObjectNode schema = NODES.objectNode();
    words.forEach(schema.withArray("enum")::add);
    return schema;
  }

  private static <E> ObjectNode words(E[] choices, Function<E, String> name) {
    return words(Arrays.stream(choices).map(name).toList());
  }

  static ObjectNode text(String description) {
    return NODES.objectNode().put("type", "string").put("description", description);
  }

  static ObjectNode flag() {
    return NODES.objectNode().put("type", "boolean").put("default", false);
  }

  static ObjectNode number() {
    return NODES.objectNode().put("type", "number");
  }

  static ObjectNode wholeNumber(long least, long most) {
    return NODES.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
  }

  private static ObjectNode seed(String type) {
    return NODES
        .objectNode()
        .put("type", type)
        .put("minimum", Long.MIN_VALUE)
        .put("maximum", BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE));
  }
}
