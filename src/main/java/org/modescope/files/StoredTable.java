package org.modescope.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modescope.experiment.Table;

/// A table and the CSV file that it was read from, of which it may be a part only.
///
/// @param source the file; it need not be there any more
record StoredTable(Optional<Path> source, Table table) implements StoredContent {

  @Override
  public boolean isIn(Path file) throws IOException {
    return hasSource()
        && Files.isRegularFile(file)
        && Files.mismatch(source.orElseThrow(), file) == -1;
  }

  @Override
  public WholeFile.Content at(Path file) {
    return out -> {
      if (hasSource()) {
        Files.copy(source.orElseThrow(), out);
      } else {
        write(out);
      }
    };
  }

  private boolean hasSource() {
    return source.isPresent() && Files.isRegularFile(source.get());
  }

  private void write(OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.append(
        table.columns().keySet().stream()
            .map(StoredTable::quoted)
            .collect(Collectors.joining(",")));
    text.append('\n');
    for (int row = 0; row < table.rows(); row++) {
      int index = row;
      text.append(
          table.columns().values().stream()
              .map(column -> cell(column, index))
              .collect(Collectors.joining(",")));
      text.append('\n');
    }
    text.flush();
  }

  private static String cell(Table.Column column, int row) {
    return switch (column) {
      case Table.Numbers(double[] values) -> Double.toString(values[row]);
      case Table.Words words -> quoted(words.values().get(row));
    };
  }

  private static String quoted(String word) {
    return '"' + word.replace("\"", "\"\"") + '"';
  }
}
