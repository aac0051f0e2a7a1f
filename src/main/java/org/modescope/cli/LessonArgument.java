package org.modescope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.modescope.cli.result.WrongUseException;
import org.modescope.files.NearMiss;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.library.Lessons;
import org.modescope.words.Language;
import org.modescope.words.Phrase;
import picocli.CommandLine.Parameters;

/// The lesson that a command is about.
final class LessonArgument {
  private static final String SHIPPED = "lesson:";

  @Parameters(paramLabel = "FILE", descriptionKey = "help.lesson.file")
  private String file;

  /// The argument as it was given, for messages.
  String name() {
    return file;
  }

  boolean isShipped() {
    return file.startsWith(SHIPPED);
  }

  /// Reads the lesson.
  ///
  /// @throws WrongUseException if there is no such lesson or file
  /// @throws org.modescope.files.InvalidFileException if it cannot be taken
  Lesson read() {
    if (isShipped()) {
      String name = file.substring(SHIPPED.length());
      return Lessons.read(name, Language.ENGLISH)
          .orElseThrow(
              () ->
                  new WrongUseException(
                      Phrase.of(
                          "cli.wrong.no-lesson",
                          "name",
                          file,
                          "hint",
                          NearMiss.hint(name, Lessons.names()))));
    }
    try {
      return LessonFile.read(Path.of(file));
    } catch (InvalidPathException wrong) {
      throw unreadable(wrong.getReason());
    } catch (IOException unreadable) {
      throw unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private WrongUseException unreadable(String reason) {
    return new WrongUseException(Phrase.of("cli.wrong.unreadable", "file", file, "reason", reason));
  }
}
