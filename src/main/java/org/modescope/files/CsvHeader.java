package org.modescope.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.modescope.experiment.DecimalMark;
import org.modescope.words.Phrase;

/// The names of a CSV file's columns, and which of the columns are kept.
///
/// @param line where it stands
/// @param names in order
/// @param kept the indices of the columns that are kept, each once
/// @param label the index of the column that may have words
record CsvHeader(long line, List<String> names, List<Integer> kept, Optional<Integer> label) {

  /// What is asked of a file, and what it was found to have.
  ///
  /// @param wanted what is wanted of it
  /// @param survey what its columns are
  /// @param mark what marks decimals
  record Request(Path file, CsvRequest wanted, CsvSurvey survey, DecimalMark mark) {

    private static boolean isLabel(Optional<Integer> label, int column) {
      return label.isPresent() && label.get() == column;
    }

    /// @throws InvalidFileException if a name is unknown or not unique
    CsvHeader of(long line, List<String> names) {
      Finder finder = new Finder(file, line, names);
      List<String> columns = wanted.columns();
      Optional<Integer> labelled = wanted.label().map(finder::find);
      List<Integer> kept = new ArrayList<>();
      if (columns.isEmpty()) {
        Set<Integer> numbers = survey.numbers(mark);
        IntStream.range(0, names.size())
            .filter(column -> numbers.contains(column) || isLabel(labelled, column))
            .forEach(kept::add);
        finder.checkAll(kept);
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

    void checkAll(List<Integer> kept) {
      for (int column : kept) {
        if (names.get(column).isEmpty()) {
          throw new InvalidFileException(
              file, place(line, column, ""), Phrase.of("file.csv.nameless"));
        }
      }
      Map<String, Integer> seen = new HashMap<>();
      for (int column : kept) {
        Integer first = seen.putIfAbsent(names.get(column), column);
        if (first != null) {
          throw twice(first, column);
        }
      }
      if (names.stream().allMatch(Finder::isNumber)) {
        throw new InvalidFileException(
            file,
            lineOfNames(),
            Phrase.of("file.csv.only-numbers", "first", Excerpt.of(names.getFirst())));
      }
    }

    private static boolean isNumber(String name) {
      return Arrays.stream(DecimalMark.values())
          .anyMatch(either -> CsvNumber.parse(name, either).isPresent());
    }

    private InvalidFileException twice(int first, int second) {
      return new InvalidFileException(
          file,
          place(line, second, names.get(second)),
          Phrase.of("file.csv.twice", "column", Integer.toString(first + 1)));
    }

    private InvalidFileException unknown(String name) {
      return new InvalidFileException(
          file,
          lineOfNames(),
          Phrase.of(
              "file.csv.no-column",
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
