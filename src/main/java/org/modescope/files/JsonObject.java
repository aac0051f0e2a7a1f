package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modescope.experiment.InvalidValueException;
import org.modescope.words.Phrase;

/// An object in a JSON file, of which it is known which keys it may have.
///
/// @param value the object itself and where it stands
/// @param keys the keys that it may have
record JsonObject(JsonValue value, List<String> keys) {

  JsonObject {
    keys = List.copyOf(keys);
    if (!value.node().isObject()) {
      throw value.refuse(Phrase.of("file.allowed.object"));
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
                        Phrase.of(
                            "file.json.unknown-key",
                            "hint",
                            NearMiss.hint(key, keys),
                            "keys",
                            String.join(", ", keys)));
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
  JsonValue required(String key, Phrase allowed) {
    return optional(key)
        .orElseThrow(
            () ->
                place(key)
                    .invalid(
                        Phrase.of("file.json.missing", "hint", misspelt(key), "allowed", allowed)));
  }

  /// A key that is there and not known may be this one.
  private Phrase misspelt(String key) {
    List<String> unknown = new ArrayList<>();
    value.node().fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(keys);
    return NearMiss.of(key, unknown)
        .map(meant -> Phrase.of("file.json.there-is", "key", meant))
        .orElse(Phrase.verbatim(""));
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
