package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.DecimalMark;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Separator;
import org.modescope.experiment.Table;
import org.modescope.experiment.TableForm;
import org.modescope.experiment.TableReading;
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
    Optional<TableForm> asked = form(object);
    Blanks blanks =
        object
            .optional("blanks")
            .map(value -> value.word(Blanks.values(), Blanks::key))
            .orElse(Blanks.REFUSE);
    CsvTable read = read(name, new CsvRequest(columns, label, asked, blanks));
    Table table = read.table();
    List<String> features = chosen.isPresent() ? columns : features(table, label);
    Rows rows = InputReader.rows(object, table.rows());
    TableReading reading = new TableReading(asked, blanks, read.found());
    return object.make(
        () ->
            new InputSpec.FromCsv(
                name.text(),
                reading,
                table,
                features,
                rows,
                InputReader.flag(object, "standardize"),
                InputReader.flag(object, "fresh")));
  }

  /// Both are told, or neither: what one of them is tells what the other may be.
  private static Optional<TableForm> form(JsonObject object) {
    Optional<JsonValue> separator = object.optional("separator");
    Optional<JsonValue> decimal = object.optional("decimal");
    if (separator.isEmpty() && decimal.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TableForm(
            separator
                .map(value -> value.word(Separator.values(), Separator::key))
                .orElse(Separator.COMMA),
            decimal
                .map(value -> value.word(DecimalMark.values(), DecimalMark::key))
                .orElse(DecimalMark.POINT)));
  }

  private static List<String> names(JsonValue list) {
    List<String> names =
        list.elements(Phrase.of("file.allowed.columns")).stream().map(JsonValue::text).toList();
    if (names.isEmpty()) {
      throw list.refuse(Phrase.of("file.allowed.some-columns"));
    }
    return names;
  }

  private CsvTable read(JsonValue name, CsvRequest request) throws IOException {
    Path file = folder.resolve(name);
    try {
      return CsvFile.read(file, request, folder.watch());
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
