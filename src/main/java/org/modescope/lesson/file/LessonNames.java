package org.modescope.lesson.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How files of lessons are named: `NAME.lesson.md`, and `NAME.es.lesson.md` beside it for the
/// Spanish one.
public final class LessonNames {
  /// What the name of every lesson ends in.
  public static final String ENDING = ".lesson.md";

  private static final Pattern IN_A_LANGUAGE =
      Pattern.compile("(?<name>.+)\\.(?<tag>[a-z]{2,3})" + Pattern.quote(ENDING));

  private LessonNames() {}

  /// The tag of the language that a file's name says it is in; empty for an English one.
  public static Optional<String> tag(Path file) {
    return matched(file).map(match -> match.group("tag"));
  }

  /// The English lesson that a file is the translation of; empty if it is none, or lies alone.
  public static Optional<Path> original(Path file) {
    return matched(file)
        .map(match -> file.resolveSibling(match.group("name") + ENDING))
        .filter(Files::isRegularFile);
  }

  /// The translations that lie beside an English lesson, by name.
  ///
  /// @throws IOException if its folder cannot be listed
  public static List<Path> translations(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (matched(file).isPresent() || !name.endsWith(ENDING)) {
      return List.of();
    }
    String own = name.substring(0, name.length() - ENDING.length());
    Path folder = file.toAbsolutePath().resolveSibling("");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              each -> matched(each).filter(match -> match.group("name").equals(own)).isPresent())
          .map(each -> file.resolveSibling(String.valueOf(each.getFileName())))
          .sorted()
          .toList();
    }
  }

  private static Optional<Matcher> matched(Path file) {
    Matcher matcher = IN_A_LANGUAGE.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
