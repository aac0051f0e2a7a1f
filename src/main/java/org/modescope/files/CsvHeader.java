package org.modescope.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modescope.words.Phrase;

/// The names of a CSV file's columns, and which of the columns are kept.
///
/// @param line where it stands
/// @param names in order
/// @param kept the indices of the columns that are kept, each once
/// @param label the index of the column that may have words
record CsvHeader(long line, List<String> names, List<Integer> kept, Optional<Integer> label) {

  /// What is asked of a file.
  ///
  /// @param columns the names of columns of numbers; empty for all that there are
  /// @param label the name of a column that may have words
  record Request(Path file, List<String> columns, Optional<String> label) {

    /// @throws InvalidFileException if a name is unknown or not unique
    CsvHeader of(long line, List<String> names) {
      Finder finder = new Finder(file, line, names);
      Optional<Integer> labelled = label.map(finder::find);
      List<Integer> kept = new ArrayList<>();
      if (columns.isEmpty()) {
        finder.checkAll();
        IntStream.range(0, names.size()).forEach(kept::add);
      } else {
        columns.stream().map(finder::find).distinct().forEach(kept::add);
        labelled.filter(column -> !kept.contains(column)).ifPresent(kept::add);
      }
      Optional<Integer> mayHaveWords =
          labelled.filter(column -> !columns.contains(names.get(column)));
      return new CsvHeader(line, List.copyOf(names), List.copyOf(kept), mayHaveWords);
    }
  }

  /// Whether a column may have words.
  boolean isLabel(int column) {
    return label.isPresent() && label.get() == column;
  }

  /// Where in the file a cell is.
  Phrase place(long cellLine, int column) {
    return place(cellLine, column, names.get(column));
  }

  private static Phrase place(long line, int column, String name) {
    return Phrase.of(
        "file.place.cell",
        "line",
        Long.toString(line),
        "column",
        Integer.toString(column + 1),
        "name",
        Excerpt.of(name));
  }

  private record Finder(Path file, long line, List<String> names) {
    int find(String name) {
      int first = names.indexOf(name);
      if (first < 0) {
        throw unknown(name);
      }
      int last = names.lastIndexOf(name);
      if (last != first) {
        throw twice(first, last);
      }
      return first;
    }

    void checkAll() {
      for (int column = 0; column < names.size(); column++) {
        if (names.get(column).isEmpty()) {
          throw new InvalidFileException(
              file, place(line, column, ""), Phrase.of("file.csv.nameless"));
        }
      }
      Map<String, Integer> seen = new HashMap<>();
      for (int column = 0; column < names.size(); column++) {
        Integer first = seen.putIfAbsent(names.get(column), column);
        if (first != null) {
          throw twice(first, column);
        }
      }
      if (names.stream().allMatch(name -> CsvNumber.parse(name).isPresent())) {
        throw new InvalidFileException(
            file,
            lineOfNames(),
            Phrase.of("file.csv.only-numbers", "first", Excerpt.of(names.getFirst())));
      }
    }

    private InvalidFileException twice(int first, int second) {
      return new InvalidFileException(
          file,
          place(line, second, names.get(second)),
          Phrase.of("file.csv.twice", "column", Integer.toString(first + 1)));
    }

    private InvalidFileException unknown(String name) {
      String only = names.getFirst();
      boolean isSeparatedOtherwise =
          names.size() == 1 && (only.contains(";") || only.contains("\t"));
      return new InvalidFileException(
          file,
          lineOfNames(),
          Phrase.of(
              isSeparatedOtherwise ? "file.csv.no-column-separator" : "file.csv.no-column",
              "name",
              Excerpt.of(name),
              "hint",
              NearMiss.hint(name, names),
              "columns",
              Excerpt.of(names.stream().map(Excerpt::of).toList())));
    }

    private Phrase lineOfNames() {
      return Phrase.of("file.place.line", "line", Long.toString(line));
    }
  }
}
