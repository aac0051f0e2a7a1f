package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.words.Phrase;

/// Reads numbers that were written down as nested lists of equal lengths.
final class ValuesReader {
  /// JSON has no literals for these.
  static final Map<String, Float> WORDS =
      Map.of(
          "NaN", Float.NaN,
          "Infinity", Float.POSITIVE_INFINITY,
          "-Infinity", Float.NEGATIVE_INFINITY);

  private static final Phrase NUMBER = Phrase.of("file.allowed.float");

  private final int[] sizes;
  private final float[] values;
  private int filled;

  private ValuesReader(int[] sizes, int count) {
    this.sizes = sizes;
    this.values = new float[count];
  }

  static InputSpec.Values read(JsonObject object) {
    JsonValue value = object.required("values", Phrase.of("file.allowed.values"));
    int[] sizes = sizes(value);
    check(value, sizes, 0);
    Shape shape = Shape.of(sizes);
    ValuesReader reader = new ValuesReader(sizes, Math.toIntExact(shape.elements()));
    reader.fill(value, 0);
    return object.make(() -> new InputSpec.Values(shape, reader.values));
  }

  /// The shape that the first elements have.
  private static int[] sizes(JsonValue value) {
    if (!value.node().isArray()) {
      throw value.refuse(Phrase.of("file.allowed.nested"));
    }
    List<Integer> sizes = new ArrayList<>();
    JsonNode node = value.node();
    while (node != null && node.isArray()) {
      sizes.add(node.size());
      node = node.get(0);
    }
    if (sizes.size() > InputReader.MAXIMUM_RANK) {
      throw value
          .place()
          .invalid(
              Phrase.of(
                  "file.experiment.nested",
                  "depth",
                  sizes.size(),
                  "most",
                  InputReader.MAXIMUM_RANK));
    }
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Before memory is taken for them, all lists are known to be as long as the first.
  private static void check(JsonValue value, int[] sizes, int axis) {
    JsonNode node = value.node();
    if (!node.isArray() || node.size() != sizes[axis]) {
      throw value.refuse(Phrase.of("file.allowed.like-the-first", "count", sizes[axis]));
    }
    if (axis + 1 < sizes.length) {
      for (int i = 0; i < node.size(); i++) {
        check(element(value, i), sizes, axis + 1);
      }
    }
  }

  private void fill(JsonValue value, int axis) {
    JsonNode node = value.node();
    for (int i = 0; i < node.size(); i++) {
      if (axis + 1 < sizes.length) {
        fill(element(value, i), axis + 1);
      } else {
        values[filled++] = number(value, i);
      }
    }
  }

  private static float number(JsonValue list, int index) {
    JsonNode node = list.node().get(index);
    Float word = node.isTextual() ? WORDS.get(node.textValue()) : null;
    if (word != null) {
      return word;
    }
    float number = (float) node.doubleValue();
    if (!node.isNumber() || Float.isInfinite(number)) {
      throw element(list, index).refuse(NUMBER);
    }
    return number;
  }

  private static JsonValue element(JsonValue list, int index) {
    return new JsonValue(list.place().child(index), list.node().get(index));
  }
}
