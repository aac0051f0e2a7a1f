package org.modescope.files;

import static org.modescope.files.ExperimentSchema.list;
import static org.modescope.files.ExperimentSchema.number;
import static org.modescope.files.ExperimentSchema.reference;
import static org.modescope.files.ExperimentSchema.text;
import static org.modescope.files.ExperimentSchema.wholeNumber;
import static org.modescope.files.ExperimentSchema.words;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.modescope.experiment.Argument;
import org.modescope.experiment.Argument.Kind;
import org.modescope.experiment.Argument.Presence;
import org.modescope.experiment.LayerType;

/// The JSON Schema of a layer type, from its arguments.
final class LayerSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LayerSchema() {}

  static ObjectNode of(LayerType type) {
    ObjectNode properties = NODES.objectNode();
    properties.putObject("type").put("const", type.torchName());
    properties.set("name", text("its name in the net").put("pattern", "^[^.]+$"));
    for (Argument argument : type.arguments()) {
      ObjectNode value = value(argument);
      if (!argument.isRequired() && argument.kind() != Kind.LAYERS) {
        value.set("default", LayerWriter.json(argument, argument.defaultValue()));
      }
      properties.set(argument.name(), value);
    }
    if (!type.hasModeOfItsOwn()) {
      properties.set("mode", words(List.of("train", "eval")));
    }
    properties.set("requires_grad", ExperimentSchema.flag().put("default", true));
    String[] required =
        Stream.concat(
                Stream.of("type"),
                type.arguments().stream().filter(Argument::isRequired).map(Argument::name))
            .toArray(String[]::new);
    ObjectNode schema = ExperimentSchema.object(properties, required);
    return schema.put("description", type.summary());
  }

  private static ObjectNode value(Argument argument) {
    ObjectNode own = notNull(argument);
    if (!argument.isNullable()) {
      return own;
    }
    ObjectNode schema = NODES.objectNode();
    schema.putArray("anyOf").add(own).addObject().put("type", "null");
    return schema;
  }

  private static ObjectNode notNull(Argument argument) {
    return switch (argument.kind()) {
      case BOOLEAN -> NODES.objectNode().put("type", "boolean");
      case INTEGER ->
          argument.words().isEmpty()
              ? size(argument)
              : either(size(argument), words(argument.words()));
      case NUMBER -> inRange(argument);
      case WORD -> words(argument.words());
      case LAYERS ->
          argument.areBranches()
              ? list(reference("layers")).put("minItems", 1)
              : reference("layers");
      case SIZES -> either(size(argument), list(size(argument)));
      case PAIR -> pair(argument);
    };
  }

  private static ObjectNode pair(Argument argument) {
    ObjectNode part =
        argument.presence() == Presence.REQUIRED_PARTLY_NULLABLE
            ? either(size(argument), NODES.objectNode().put("type", "null"))
            : size(argument);
    ObjectNode schema = either(size(argument), list(part).put("minItems", 1).put("maxItems", 2));
    if (!argument.words().isEmpty()) {
      schema.withArray("anyOf").add(words(argument.words()));
    }
    return schema;
  }

  private static ObjectNode size(Argument argument) {
    return wholeNumber((long) argument.minimum(), (long) argument.maximum());
  }

  private static ObjectNode inRange(Argument argument) {
    return argument.maximum() == Double.MAX_VALUE
        ? number()
        : number().put("minimum", argument.minimum()).put("maximum", argument.maximum());
  }

  private static ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode schema = NODES.objectNode();
    ArrayNode both = schema.putArray("anyOf");
    both.add(one).add(other);
    return schema;
  }
}
