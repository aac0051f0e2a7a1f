package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/// One layer of a golden case's network, or a container of layers, with the mode that it is in.
final class Module {
  final String type;
  final String path;
  final JsonNode arguments;
  final List<Module> body;
  final List<Module> shortcut;
  final List<List<Module>> branches;
  boolean training;
  private final Map<String, Tensor> state;

  private Module(JsonNode arguments, String path, Map<String, Tensor> state, boolean training) {
    this.type = arguments.get("type").asText();
    this.path = path;
    this.arguments = arguments;
    this.state = state;
    this.training =
        arguments.has("mode") && !type.equals("Upsample")
            ? arguments.get("mode").asText().equals("train")
            : training;
    JsonNode inner = type.equals("Sequential") ? arguments.path("layers") : arguments.path("body");
    this.body = all(inner, path + ".", state, this.training);
    this.branches = branches(arguments.path("branches"), path, state, this.training);
    this.shortcut = all(arguments.path("shortcut"), path + ".", state, this.training);
  }

  /// @param prefix what the layers' paths begin with, with its point
  static List<Module> all(
      JsonNode layers, String prefix, Map<String, Tensor> state, boolean training) {
    List<Module> modules = new ArrayList<>();
    for (JsonNode layer : layers) {
      String name = layer.path("name").asText(Integer.toString(modules.size()));
      modules.add(new Module(layer, prefix + name, state, training));
    }
    return modules;
  }

  private static List<List<Module>> branches(
      JsonNode branches, String path, Map<String, Tensor> state, boolean training) {
    List<List<Module>> all = new ArrayList<>();
    for (JsonNode branch : branches) {
      all.add(all(branch, path + ".branch" + (all.size() + 1) + ".", state, training));
    }
    return all;
  }

  boolean isContainer() {
    return type.equals("Sequential") || type.equals("Residual") || type.equals("Concat");
  }

  /// A parameter or buffer of the layer's own; null where it has none.
  Tensor own(String name) {
    return state.get(path + "." + name);
  }

  TensorOptional optional(String name) {
    Tensor tensor = own(name);
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
  }

  double number(String name, double otherwise) {
    return arguments.path(name).asDouble(otherwise);
  }

  long integer(String name, long otherwise) {
    return arguments.path(name).asLong(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return arguments.path(name).asBoolean(otherwise);
  }

  /// Sizes for two axes, given as one number for both or as a list; as they stand where the list is
  /// of another length.
  long[] pair(String name, long... otherwise) {
    JsonNode given = arguments.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return otherwise;
    }
    return given.isArray() ? Numbers.longs(given) : new long[] {given.asLong(), given.asLong()};
  }

  /// A size for one axis; as it stands where it is left out.
  long[] one(String name, long... otherwise) {
    JsonNode given = arguments.path(name);
    return given.isMissingNode() || given.isNull() ? otherwise : new long[] {given.asLong()};
  }
}
