package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modescope.experiment.InvalidValueException;

/// An object in a JSON file, of which it is known which keys it may have.
///
/// @param value the object itself and where it stands
/// @param keys the keys that it may have
record JsonObject(JsonValue value, List<String> keys) {

  JsonObject {
    keys = List.copyOf(keys);
    if (!value.node().isObject()) {
      throw value.refuse("an object in braces");
    }
  }

  /// @throws InvalidFileException at the first key that is not known
  void checkKeys() {
    value
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw place(key)
                    .invalid(
                        "found an unknown key; %sallowed here are %s"
                            .formatted(NearMiss.hint(key, keys), String.join(", ", keys)));
              }
            });
  }

  boolean has(String key) {
    return value.node().has(key);
  }

  /// Where a key's value stands, or would stand.
  JsonPlace place(String key) {
    return value.place().child(key);
  }

  Optional<JsonValue> optional(String key) {
    JsonNode found = value.node().get(key);
    return found == null ? Optional.empty() : Optional.of(new JsonValue(place(key), found));
  }

  /// @param allowed what the key takes, in case it is missing
  JsonValue required(String key, String allowed) {
    return optional(key)
        .orElseThrow(
            () ->
                place(key).invalid("missing; %s%s is required".formatted(misspelt(key), allowed)));
  }

  /// A key that is there and not known may be this one.
  private String misspelt(String key) {
    List<String> unknown = new ArrayList<>();
    value.node().fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(keys);
    return NearMiss.of(key, unknown)
        .map("there is “%s”, did you mean that? "::formatted)
        .orElse("");
  }

  /// Makes something from what was read.
  ///
  /// @throws InvalidFileException at the key that was refused, or at the object where the refusal
  ///   names none of its keys
  <T> T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidValueException refused) {
      JsonPlace place = has(refused.name()) ? place(refused.name()) : value.place();
      throw place.invalid(refused);
    }
  }
}
