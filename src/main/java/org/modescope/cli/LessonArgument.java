package org.modescope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.cli.result.WrongUseException;
import org.modescope.files.NearMiss;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.file.LessonNames;
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
    return read(Language.ENGLISH);
  }

  /// Reads the lesson, one that ships in a language.
  ///
  /// @throws WrongUseException if there is no such lesson or file
  /// @throws org.modescope.files.InvalidFileException if it cannot be taken
  Lesson read(Language language) {
    if (isShipped()) {
      String name = file.substring(SHIPPED.length());
      return Lessons.read(name, language)
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

  /// A lesson in another language and the English one that it is held to.
  ///
  /// @param file where the translation comes from, for messages
  record Pair(String file, Lesson english, Lesson translation) {}

  /// The lesson beside its translations, or beside its original if it is a translation itself.
  ///
  /// @param lesson as it was read
  /// @throws IOException if its folder cannot be listed
  List<Pair> translations(Lesson lesson) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    if (isShipped()) {
      for (Language language : Lessons.languages(lesson.id())) {
        Lessons.translated(lesson.id(), language.tag())
            .ifPresent(
                other -> pairs.add(new Pair(file + " (" + language.tag() + ")", lesson, other)));
      }
      return pairs;
    }
    Path path = Path.of(file);
    Optional<Path> original = LessonNames.original(path);
    if (original.isPresent()) {
      pairs.add(new Pair(file, LessonFile.read(original.get()), lesson));
    }
    for (Path other : LessonNames.translations(path)) {
      pairs.add(new Pair(other.toString(), lesson, LessonFile.read(other)));
    }
    return pairs;
  }

  /// The language that the lesson is in, as its file's name says it.
  Optional<String> tag() {
    return isShipped() ? Optional.empty() : LessonNames.tag(Path.of(file));
  }

  private WrongUseException unreadable(String reason) {
    return new WrongUseException(Phrase.of("cli.wrong.unreadable", "file", file, "reason", reason));
  }
}
