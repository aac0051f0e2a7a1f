package org.modescope.lesson.file;

import java.nio.file.Path;
import org.modescope.files.InvalidFileException;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.words.Phrase;

/// The file that a lesson is read from, for refusals.
record Source(Path file) {

  /// What is wrong in a line, counted from 1.
  InvalidFileException refuse(int line, String key, Object... values) {
    return refuse(line, Phrase.of(key, values));
  }

  /// What is wrong in a line, counted from 1.
  InvalidFileException refuse(int line, Phrase problem) {
    return new InvalidFileException(file, Phrase.of("file.place.line", "line", line), problem);
  }

  /// What is wrong with an expression in a line.
  InvalidFileException refuse(int line, ConditionException wrong) {
    return refuse(line, wrong.problem());
  }
}
