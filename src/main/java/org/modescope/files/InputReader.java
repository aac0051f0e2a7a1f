package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.Rows;
import org.modescope.nn.Pair;
import org.modescope.words.Phrase;

/// Reads inputs and targets in any of their five forms, and what lies in the files that they name.
///
/// @param folder where these files lie
record InputReader(ExperimentFolder folder) {
  static final int MAXIMUM_RANK = 8;

  private static final String FRESH = "fresh";

  private static final Phrase A_FORM = Phrase.of("file.allowed.form");

  /// The five forms, by the key that tells them apart.
  enum Form {
    SHAPE("shape", "distribution", "seed", FRESH),
    VALUES("values"),
    SAFETENSORS("safetensors", "tensor"),
    DATASET("dataset", "classes", "rows", "flatten", "resize", "standardize", FRESH),
    CSV("csv", "columns", "rows", "standardize", "separator", "decimal", "blanks", FRESH);

    private final List<String> keys;

    Form(String... keys) {
      this.keys = List.of(keys);
    }

    /// Which this form may have; the first tells it from the others.
    List<String> keys() {
      return keys;
    }

    String key() {
      return keys.getFirst();
    }
  }

  /// An input that is there once.
  ///
  /// @param label the column of a CSV file that holds the targets, which may be words
  InputSpec read(JsonValue value, Optional<String> label) throws IOException {
    Form form = form(value);
    return read(
        form, value.object(form.keys().stream().filter(key -> !key.equals(FRESH)).toList()), label);
  }

  /// An input that each pass may have a batch of its own of.
  ///
  /// @param label the column of a CSV file that holds the targets, which may be words
  InputSpec readForPasses(JsonValue value, Optional<String> label) throws IOException {
    Form form = form(value);
    return read(form, value.object(form.keys()), label);
  }

  private InputSpec read(Form form, JsonObject object, Optional<String> label) throws IOException {
    return switch (form) {
      case SHAPE -> drawn(object);
      case VALUES -> ValuesReader.read(object);
      case SAFETENSORS -> new TensorReader(folder).read(object);
      case DATASET -> dataSet(object);
      case CSV -> new TableReader(folder).read(object, label);
    };
  }

  private static Form form(JsonValue value) {
    JsonNode node = value.node();
    if (!node.isObject()) {
      throw value.refuse(A_FORM);
    }
    List<Form> found = Arrays.stream(Form.values()).filter(form -> node.has(form.key())).toList();
    if (found.size() > 1) {
      throw value
          .place()
          .invalid(
              Phrase.of(
                  "file.allowed.one-form",
                  "first",
                  found.get(0).key(),
                  "second",
                  found.get(1).key(),
                  "allowed",
                  A_FORM));
    }
    if (found.isEmpty()) {
      List<String> heads = Arrays.stream(Form.values()).map(Form::key).toList();
      Optional<String> near =
          node.properties().stream()
              .flatMap(property -> NearMiss.of(property.getKey(), heads).stream())
              .findFirst();
      throw value.refuse(JsonValue.hinted(NearMiss.hint(near), A_FORM));
    }
    return found.getFirst();
  }

  private static InputSpec drawn(JsonObject object) {
    JsonValue sizes = object.required("shape", Phrase.of("file.allowed.sizes"));
    Phrase allowed = Phrase.of("file.allowed.some-sizes", "most", MAXIMUM_RANK);
    List<JsonValue> elements = sizes.elements(allowed);
    if (elements.isEmpty() || elements.size() > MAXIMUM_RANK) {
      throw sizes.refuse(allowed);
    }
    Shape shape =
        Shape.of(elements.stream().mapToInt(size -> size.wholeInt(0, Integer.MAX_VALUE)).toArray());
    Distribution distribution =
        object
            .required("distribution", Phrase.of("file.allowed.distribution"))
            .word(Distribution.values(), Distribution::key);
    OptionalLong seed =
        object.optional("seed").stream().mapToLong(JsonValue::generatorSeed).findFirst();
    return object.make(() -> new InputSpec.Drawn(shape, distribution, seed, flag(object, FRESH)));
  }

  private static InputSpec dataSet(JsonObject object) {
    DataSet dataSet =
        object
            .required("dataset", Phrase.of("file.allowed.data-set"))
            .word(DataSet.values(), DataSet::key);
    List<Integer> classes =
        object.optional("classes").map(value -> classes(value, dataSet)).orElse(List.of());
    Rows rows = rows(object, dataSet.rows(classes));
    Optional<Pair> resize = object.optional("resize").map(InputReader::size);
    return object.make(
        () ->
            new InputSpec.FromDataSet(
                dataSet,
                classes,
                rows,
                flag(object, "flatten"),
                resize,
                flag(object, "standardize"),
                flag(object, FRESH)));
  }

  private static List<Integer> classes(JsonValue value, DataSet dataSet) {
    Phrase allowed = Phrase.of("file.allowed.classes");
    List<JsonValue> classes = value.elements(allowed);
    if (classes.isEmpty()) {
      throw value.refuse(allowed);
    }
    return classes.stream().map(one -> one.wholeInt(0, dataSet.classes() - 1)).toList();
  }

  /// The rows that are asked for, of so many.
  static Rows rows(JsonObject object, int available) {
    return object
        .optional("rows")
        .map(
            value -> {
              List<JsonValue> ends = pair(value, Phrase.of("file.allowed.rows"));
              return new Rows(
                  ends.get(0).wholeInt(0, available), ends.get(1).wholeInt(0, available));
            })
        .orElse(Rows.first(available));
  }

  private static Pair size(JsonValue value) {
    int most = InputSpec.FromDataSet.MAXIMUM_SIDE;
    List<JsonValue> sides = pair(value, Phrase.of("file.allowed.sides"));
    return new Pair(sides.get(0).wholeInt(1, most), sides.get(1).wholeInt(1, most));
  }

  private static List<JsonValue> pair(JsonValue value, Phrase allowed) {
    List<JsonValue> ends = value.elements(allowed);
    if (ends.size() != 2) {
      throw value.refuse(allowed);
    }
    return ends;
  }

  /// A switch that is off unless it is said to be on.
  static boolean flag(JsonObject object, String key) {
    return object.optional(key).map(JsonValue::flag).orElse(false);
  }
}
