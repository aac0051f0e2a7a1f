package org.modescope.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.NumberType;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.nn.Pair;

/// Reads inputs and targets in any of their five forms, and what lies in the files that they name.
///
/// @param folder where these files lie
record InputReader(ExperimentFolder folder) {
  static final int MAXIMUM_RANK = 8;

  private static final Map<ElementType, NumberType> TYPES =
      Collections.unmodifiableMap(
          new EnumMap<>(
              Map.of(
                  ElementType.F64, NumberType.DOUBLE,
                  ElementType.F32, NumberType.FLOAT,
                  ElementType.F16, NumberType.HALF,
                  ElementType.BF16, NumberType.BFLOAT16,
                  ElementType.I64, NumberType.LONG,
                  ElementType.U8, NumberType.BYTE)));
  private static final String A_FORM = "an object with shape, values, safetensors, dataset or csv";

  /// The five forms, by the key that tells them apart.
  enum Form {
    SHAPE("shape", "distribution", "seed"),
    VALUES("values"),
    SAFETENSORS("safetensors", "tensor"),
    DATASET("dataset", "classes", "rows", "flatten", "resize", "standardize"),
    CSV("csv", "columns", "rows", "standardize");

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

  /// @param label the column of a CSV file that holds the targets, which may be words
  InputSpec read(JsonValue value, Optional<String> label) throws IOException {
    Form form = form(value);
    JsonObject object = value.object(form.keys());
    return switch (form) {
      case SHAPE -> drawn(object);
      case VALUES -> ValuesReader.read(object);
      case SAFETENSORS -> tensor(object);
      case DATASET -> dataSet(object);
      case CSV -> csv(object, label);
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
              "found both “%s” and “%s”; %s is allowed, only one of them"
                  .formatted(found.get(0).key(), found.get(1).key(), A_FORM));
    }
    if (found.isEmpty()) {
      List<String> heads = Arrays.stream(Form.values()).map(Form::key).toList();
      String hint =
          node.properties().stream()
              .map(property -> NearMiss.hint(property.getKey(), heads))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      throw value.refuse(hint + A_FORM);
    }
    return found.getFirst();
  }

  private static InputSpec drawn(JsonObject object) {
    JsonValue sizes = object.required("shape", "a list of sizes");
    String allowed = String.format(Locale.ROOT, "a list of 1 to %d sizes", MAXIMUM_RANK);
    List<JsonValue> elements = sizes.elements(allowed);
    if (elements.isEmpty() || elements.size() > MAXIMUM_RANK) {
      throw sizes.refuse(allowed);
    }
    Shape shape =
        Shape.of(elements.stream().mapToInt(size -> size.wholeInt(0, Integer.MAX_VALUE)).toArray());
    Distribution distribution =
        object
            .required("distribution", "\"normal\", \"uniform\", \"zeros\" or \"ones\"")
            .word(Distribution.values(), Distribution::key);
    OptionalLong seed =
        object.optional("seed").stream().mapToLong(JsonValue::generatorSeed).findFirst();
    return object.make(() -> new InputSpec.Drawn(shape, distribution, seed));
  }

  private InputSpec tensor(JsonObject object) throws IOException {
    JsonValue name = object.required("safetensors", "the name of a safetensors file");
    JsonValue tensor = object.required("tensor", "the name of a tensor in the file");
    try (Safetensors tensors = open(name)) {
      Safetensors.Entry entry = tensors.entries().get(tensor.text());
      if (entry == null) {
        throw tensor.refuse(
            NearMiss.hint(tensor.text(), tensors.entries().keySet())
                + "one of "
                + Excerpt.of(tensors.entries().keySet(), ", "));
      }
      Shape shape = entry.shape();
      if (shape.rank() < 1 || shape.rank() > MAXIMUM_RANK) {
        throw tensor
            .place()
            .invalid(
                String.format(
                    Locale.ROOT,
                    "found a tensor of %d axes; 1 to %d are allowed, rows first",
                    shape.rank(),
                    MAXIMUM_RANK));
      }
      NumberType type = TYPES.get(entry.type());
      if (type == null) {
        throw tensor
            .place()
            .invalid(
                "found a tensor of %s; one of %s is allowed"
                    .formatted(entry.type(), TYPES.keySet()));
      }
      // Before its values are loaded.
      object.make(() -> new InputSpec.Drawn(shape, Distribution.ZEROS, 0));
      float[] values = tensors.floats(tensor.text());
      return new InputSpec.FromSafetensors(name.text(), tensor.text(), shape, type, values);
    }
  }

  private Safetensors open(JsonValue name) throws IOException {
    Path file = folder.resolve(name);
    try {
      return Safetensors.open(file);
    } catch (InvalidFileException invalid) {
      throw name.place().invalid(invalid);
    }
  }

  private static InputSpec dataSet(JsonObject object) {
    DataSet dataSet = object.required("dataset", "a data set").word(DataSet.values(), DataSet::key);
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
                flag(object, "standardize")));
  }

  private static List<Integer> classes(JsonValue value, DataSet dataSet) {
    String allowed = "a list of one or more classes";
    List<JsonValue> classes = value.elements(allowed);
    if (classes.isEmpty()) {
      throw value.refuse(allowed);
    }
    return classes.stream().map(one -> one.wholeInt(0, dataSet.classes() - 1)).toList();
  }

  private InputSpec csv(JsonObject object, Optional<String> label) throws IOException {
    JsonValue name = object.required("csv", "the name of a CSV file");
    Optional<JsonValue> chosen = object.optional("columns");
    List<String> columns =
        chosen
            .map(
                list ->
                    list.elements("a list of column names").stream().map(JsonValue::text).toList())
            .orElse(List.of());
    if (chosen.isPresent() && columns.isEmpty()) {
      throw chosen.get().refuse("a list of one or more column names");
    }
    Table table = table(name, columns, label);
    List<String> features = chosen.isPresent() ? columns : features(table, label);
    Rows rows = rows(object, table.rows());
    return object.make(
        () ->
            new InputSpec.FromCsv(name.text(), table, features, rows, flag(object, "standardize")));
  }

  private Table table(JsonValue name, List<String> columns, Optional<String> label)
      throws IOException {
    Path file = folder.resolve(name);
    try {
      return CsvFile.read(file, columns, label);
    } catch (InvalidFileException invalid) {
      throw name.place().invalid(invalid);
    }
  }

  /// Every column of numbers but the targets'.
  private static List<String> features(Table table, Optional<String> label) {
    return table.columns().entrySet().stream()
        .filter(column -> column.getValue() instanceof Table.Numbers)
        .map(column -> column.getKey())
        .filter(column -> !label.equals(Optional.of(column)))
        .toList();
  }

  private static Rows rows(JsonObject object, int available) {
    return object
        .optional("rows")
        .map(
            value -> {
              List<JsonValue> ends =
                  pair(value, "a list of a first row and the one after the last");
              return new Rows(
                  ends.get(0).wholeInt(0, available), ends.get(1).wholeInt(0, available));
            })
        .orElse(Rows.first(available));
  }

  private static Pair size(JsonValue value) {
    int most = InputSpec.FromDataSet.MAXIMUM_SIDE;
    List<JsonValue> sides = pair(value, "a list of a height and a width");
    return new Pair(sides.get(0).wholeInt(1, most), sides.get(1).wholeInt(1, most));
  }

  private static List<JsonValue> pair(JsonValue value, String allowed) {
    List<JsonValue> ends = value.elements(allowed);
    if (ends.size() != 2) {
      throw value.refuse(allowed);
    }
    return ends;
  }

  private static boolean flag(JsonObject object, String key) {
    return object.optional(key).map(JsonValue::flag).orElse(false);
  }
}
