package org.modescope.ui.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.Table;
import org.modescope.files.CsvFile;
import org.modescope.files.CsvPreview;
import org.modescope.files.CsvRequest;
import org.modescope.files.CsvTable;
import org.modescope.files.InvalidFileException;
import org.modescope.files.ReadWatch;
import org.modescope.files.TensorList;
import org.modescope.files.TensorList.Listed;
import org.modescope.ui.training.LabelColumn;
import org.modescope.words.Phrase;

/// What was found in a file.
sealed interface FileContent {
  double LOOKED = 0.5;

  /// A table.
  ///
  /// @param table its columns of numbers; empty where they were refused
  /// @param columns those that are taken as features
  /// @param label the one that has the labels; empty for none, or where the table was refused
  /// @param blanks what became of blanks
  /// @param problem why it was refused
  record OfTable(
      CsvPreview preview,
      Optional<CsvTable> table,
      List<String> columns,
      Optional<LabelColumn> label,
      Blanks blanks,
      Optional<InvalidFileException> problem)
      implements FileContent {
    /// How many rows can be taken.
    int rows() {
      return table.map(CsvTable::table).map(Table::rows).orElse(1);
    }
  }

  /// Tensors.
  ///
  /// @param input the one that is taken; empty if there is none
  record OfTensors(TensorList list, Optional<FromSafetensors> input) implements FileContent {}

  /// Reads a table.
  static FileContent table(Path file, FileWish wish, ReadWatch watch) throws IOException {
    CsvPreview preview = CsvPreview.of(file, wish.form(), wish.label(), watch.part(0, LOOKED));
    Blanks blanks = wish.blanks().orElse(preview.troubled() > 0 ? Blanks.DROP : Blanks.REFUSE);
    List<String> numbers =
        preview.columns().stream()
            .filter(CsvPreview.Column::isNumbers)
            .map(CsvPreview.Column::name)
            .filter(each -> !wish.label().equals(Optional.of(each)))
            .toList();
    List<String> columns = wish.columns().isEmpty() ? numbers : wish.columns();
    CsvRequest request =
        new CsvRequest(wish.columns(), wish.label(), Optional.of(preview.form()), blanks);
    try {
      if (columns.isEmpty()) {
        throw new InvalidFileException(file, Phrase.of("file.csv.no-numbers"));
      }
      CsvTable table = CsvFile.read(file, request, watch.part(LOOKED, 1));
      Optional<LabelColumn> label = wish.label().map(each -> LabelColumn.of(table.table(), each));
      return new OfTable(preview, Optional.of(table), columns, label, blanks, Optional.empty());
    } catch (InvalidFileException refused) {
      return new OfTable(
          preview, Optional.empty(), columns, Optional.empty(), blanks, Optional.of(refused));
    }
  }

  /// Reads the tensors that a file lists, and one of them.
  ///
  /// @param name what the experiment calls the file
  /// @param wanted the name of the one; empty for the first
  static FileContent tensors(Path file, String name, String wanted, ReadWatch watch)
      throws IOException {
    TensorList list = TensorList.of(file);
    Optional<Listed> taken =
        list.tensors().stream()
            .filter(each -> wanted.isEmpty() || each.name().equals(wanted))
            .findFirst();
    return new OfTensors(
        list,
        taken.isPresent()
            ? Optional.of(TensorList.read(file, name, taken.get(), watch))
            : Optional.empty());
  }
}
