package org.modescope.lesson.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.lesson.file.LessonNames;
import org.modescope.words.Language;

/// The lessons that come with the program.
public final class Lessons {
  private static final String FOLDER = "/org/modescope/lesson/";

  private Lessons() {}

  /// The names of all of them, in the order in which they build on each other.
  public static List<String> names() {
    return new String(bytes("lessons.txt").orElseThrow(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// All of them, each in a language where it has a text in that, in English otherwise.
  public static List<Lesson> all(Language language) {
    return names().stream().map(name -> read(name, language).orElseThrow()).toList();
  }

  /// The lesson of that name; empty if there is none.
  public static Optional<Lesson> read(String name, Language language) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    Optional<Lesson> own =
        language.equals(Language.ENGLISH) ? Optional.empty() : translated(name, language.tag());
    return own.isPresent() ? own : parsed(name + LessonNames.ENDING);
  }

  /// A lesson in another language than English, by that language's tag; empty if it has no text in
  /// it.
  public static Optional<Lesson> translated(String name, String tag) {
    return names().contains(name)
        ? parsed(name + "." + tag + LessonNames.ENDING)
        : Optional.empty();
  }

  private static Optional<Lesson> parsed(String file) {
    Optional<byte[]> bytes = bytes(file);
    try {
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(LessonFile.read(Path.of(file), bytes.get()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The languages in which a lesson has a text.
  public static List<Language> languages(String name) {
    return Language.ALL.stream()
        .filter(language -> bytes(file(name, language)).isPresent())
        .toList();
  }

  /// A lesson as it stands in its file, for those who write one by copying it.
  public static Optional<String> text(String name) {
    return names().contains(name)
        ? bytes(file(name, Language.ENGLISH))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String file(String name, Language language) {
    boolean isEnglish = language.equals(Language.ENGLISH);
    return isEnglish ? name + LessonNames.ENDING : name + "." + language.tag() + LessonNames.ENDING;
  }

  private static Optional<byte[]> bytes(String file) {
    try (InputStream in = Lessons.class.getResourceAsStream(FOLDER + file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
