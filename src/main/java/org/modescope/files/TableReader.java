package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.words.Phrase;

/// Reads inputs and targets that are columns of a CSV file.
///
/// @param folder where the files lie
record TableReader(ExperimentFolder folder) {

  /// @param label the column that holds the targets, which may be words
  InputSpec read(JsonObject object, Optional<String> label) throws IOException {
    JsonValue name = object.required("csv", Phrase.of("file.allowed.csv"));
    Optional<JsonValue> chosen = object.optional("columns");
    List<String> columns = chosen.map(TableReader::names).orElse(List.of());
    Table table = table(name, columns, label);
    List<String> features = chosen.isPresent() ? columns : features(table, label);
    Rows rows = InputReader.rows(object, table.rows());
    boolean standardize = InputReader.flag(object, "standardize");
    return object.make(
        () -> new InputSpec.FromCsv(name.text(), table, features, rows, standardize));
  }

  private static List<String> names(JsonValue list) {
    List<String> names =
        list.elements(Phrase.of("file.allowed.columns")).stream().map(JsonValue::text).toList();
    if (names.isEmpty()) {
      throw list.refuse(Phrase.of("file.allowed.some-columns"));
    }
    return names;
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
}
