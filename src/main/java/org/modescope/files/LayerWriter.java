package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerSpec;

/// Layers as [LayerReader] reads them; arguments at their defaults are left out.
final class LayerWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LayerWriter() {}

  /// @param firstIndex what the first layer would be called if it had no name
  static ArrayNode toJson(List<LayerSpec> layers, int firstIndex) {
    ArrayNode json = NODES.arrayNode();
    for (int i = 0; i < layers.size(); i++) {
      json.add(layer(layers.get(i), Integer.toString(firstIndex + i)));
    }
    return json;
  }

  private static ObjectNode layer(LayerSpec layer, String defaultName) {
    ObjectNode json = NODES.objectNode().put("type", layer.type().torchName());
    if (!layer.name().equals(defaultName)) {
      json.put("name", layer.name());
    }
    for (Argument argument : layer.type().arguments()) {
      Object value = layer.arguments().get(argument.name());
      if (argument.isRequired() || !Objects.equals(value, argument.defaultValue())) {
        json.set(argument.name(), argument(layer, argument, value));
      }
    }
    layer
        .mode()
        .filter(_ -> !layer.type().hasModeOfItsOwn())
        .ifPresent(mode -> json.put("mode", mode.key()));
    if (!layer.requiresGrad()) {
      json.put("requires_grad", false);
    }
    return json;
  }

  private static JsonNode argument(LayerSpec layer, Argument argument, @Nullable Object value) {
    if (argument.kind() != Argument.Kind.LAYERS) {
      return json(argument, value);
    }
    if (argument.areBranches()) {
      ArrayNode branches = NODES.arrayNode();
      layer.children().forEach(branch -> branches.add(toJson(branch.layers("layers"), 0)));
      return branches;
    }
    boolean countsOn = argument.name().equals("shortcut");
    return toJson(layer.layers(argument.name()), countsOn ? layer.layers("body").size() : 0);
  }

  /// The value of an argument that is no layers; one size for rows and columns stands alone.
  static JsonNode json(Argument argument, @Nullable Object value) {
    return argument.kind() == Argument.Kind.PAIR
            && value instanceof List<?> sizes
            && sizes.size() == 1
            && sizes.getFirst() != null
        ? json(sizes.getFirst())
        : json(value);
  }

  private static JsonNode json(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case String word -> NODES.textNode(word);
      case List<?> sizes -> {
        ArrayNode list = NODES.arrayNode();
        sizes.forEach(size -> list.add(json(size)));
        yield list;
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }
}
