package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Argument;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.OtherLayers;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Reads layers, with PyTorch's argument names and defaults as [LayerType] has them.
final class LayerReader {
  private static final String SHORTCUT = "shortcut";

  private LayerReader() {}

  /// Layers that stand side by side.
  ///
  /// @param firstIndex what the first is called if it has no name
  static List<LayerSpec> layers(JsonValue value, int firstIndex) {
    List<JsonValue> elements = value.elements(Phrase.of("file.allowed.layers"));
    List<LayerSpec> layers = new ArrayList<>();
    Map<String, JsonPlace> names = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      LayerSpec layer = layer(elements.get(i), Integer.toString(firstIndex + i));
      claim(names, layer.name(), elements.get(i).place());
      layers.add(layer);
    }
    return layers;
  }

  private static void claim(Map<String, JsonPlace> names, String name, JsonPlace place) {
    JsonPlace first = names.putIfAbsent(name, place);
    if (first != null) {
      throw place
          .child("name")
          .invalid(
              Phrase.of("file.experiment.second-name", "name", name, "first", first.pointer()));
    }
  }

  private static LayerSpec layer(JsonValue value, String defaultName) {
    LayerType type = type(value);
    JsonObject object = value.object(keys(type));
    String name = object.optional("name").map(LayerReader::name).orElse(defaultName);
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (Argument argument : type.arguments()) {
      Optional<JsonValue> given =
          argument.isRequired()
              ? Optional.of(object.required(argument.name(), allowed(argument)))
              : object.optional(argument.name());
      given.ifPresent(
          found -> arguments.put(argument.name(), argument(argument, found, arguments)));
    }
    Optional<Mode> mode =
        type.hasModeOfItsOwn()
            ? Optional.empty()
            : object.optional("mode").map(own -> own.word(Mode.values(), Mode::key));
    boolean trains = object.optional("requires_grad").map(JsonValue::flag).orElse(true);
    if (type == LayerType.RESIDUAL) {
      checkNamesOfBranches(object, arguments);
    }
    return object.make(
        () -> {
          LayerSpec layer = new LayerSpec(type, name, arguments, mode, trains);
          StateLayout.checkSize(layer);
          return layer;
        });
  }

  private static LayerType type(JsonValue value) {
    Phrase allowed = Phrase.of("file.allowed.one-of", "names", String.join(", ", typeNames()));
    JsonValue type =
        new JsonObject(value, List.of("type"))
            .required("type", Phrase.of("file.allowed.layer-type"));
    String found = type.text();
    return LayerType.named(found)
        .orElseThrow(() -> type.refuse(JsonValue.hinted(hint(found), allowed)));
  }

  /// Whoever names a module that PyTorch has means no other.
  private static Phrase hint(String found) {
    return OtherLayers.has(found) ? Phrase.verbatim("") : NearMiss.hint(found, typeNames());
  }

  private static List<String> typeNames() {
    return Arrays.stream(LayerType.values()).map(LayerType::torchName).toList();
  }

  private static List<String> keys(LayerType type) {
    return Stream.of(
            Stream.of("type", "name"),
            type.arguments().stream().map(Argument::name),
            Stream.of("mode", "requires_grad"))
        .flatMap(keys -> keys)
        .distinct()
        .toList();
  }

  private static String name(JsonValue value) {
    String name = value.text();
    if (name.isEmpty() || name.contains(".")) {
      throw value.refuse(Phrase.of("file.allowed.layer-name"));
    }
    return name;
  }

  /// @param before the arguments that were read already
  private static @Nullable Object argument(
      Argument argument, JsonValue value, Map<String, @Nullable Object> before) {
    if (argument.areBranches()) {
      return branches(value);
    }
    if (argument.kind() == Argument.Kind.LAYERS) {
      // The two branches of a residual share one name space, so the second counts on.
      boolean countsOn = argument.name().equals(SHORTCUT);
      return layers(
          value, countsOn && before.get("body") instanceof List<?> body ? body.size() : 0);
    }
    try {
      return argument.check(plain(value.node()));
    } catch (InvalidValueException refused) {
      throw value.refuse(allowed(argument));
    }
  }

  /// Lists of layers, each a branch by itself.
  private static List<LayerSpec> branches(JsonValue value) {
    List<JsonValue> elements = value.elements(Phrase.of("file.allowed.branches"));
    if (elements.isEmpty()) {
      throw value.refuse(Phrase.of("file.allowed.branches"));
    }
    return LayerSpec.concat("_", elements.stream().map(each -> layers(each, 0)).toList(), 0)
        .children();
  }

  private static void checkNamesOfBranches(
      JsonObject object, Map<String, @Nullable Object> arguments) {
    Map<String, JsonPlace> names = new HashMap<>();
    for (String branch : List.of("body", SHORTCUT)) {
      if (arguments.get(branch) instanceof List<?> layers) {
        for (int i = 0; i < layers.size(); i++) {
          claim(names, ((LayerSpec) layers.get(i)).name(), object.place(branch).child(i));
        }
      }
    }
  }

  private static Phrase allowed(Argument argument) {
    Phrase allowed = AllowedValues.of(argument);
    return argument.kind() == Argument.Kind.SIZES
        ? Phrase.of("file.allowed.list-of", "values", allowed)
        : allowed;
  }

  /// A value as arguments have it; what they have no form for stays as it is and is refused.
  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case NUMBER -> node.numberValue();
      case ARRAY -> {
        List<@Nullable Object> values = new ArrayList<>();
        node.forEach(element -> values.add(plain(element)));
        yield values;
      }
      case OBJECT, BINARY, MISSING, POJO -> node;
    };
  }
}
