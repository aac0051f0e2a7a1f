package org.modescope.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language that the program speaks.
///
/// @param tag its name by BCP 47, and that of its folder
/// @param direction which way it is written
/// @param name what those who speak it call it
public record Language(String tag, Direction direction, String name) {
  public static final Language ENGLISH = new Language("en", Direction.LEFT_TO_RIGHT, "English");

  /// All of them: another one is a line here and a folder.
  public static final List<Language> ALL =
      List.of(ENGLISH, new Language("es", Direction.LEFT_TO_RIGHT, "Español"));

  /// The language of a locale; English where the program does not speak it.
  public static Language nearest(Locale locale) {
    return of(locale.getLanguage()).orElse(ENGLISH);
  }

  /// The language that a tag names, if the program speaks it.
  public static Optional<Language> of(String tag) {
    return ALL.stream().filter(each -> each.tag().equals(tag)).findFirst();
  }

  // By hand here and below: what the compiler makes for a record costs the start ten milliseconds
  // when it is first called.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Language language && tag.equals(language.tag);
  }

  @Override
  public int hashCode() {
    return tag.hashCode();
  }

  /// The same for the JDK.
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /// Which form of a counted noun goes with a whole number: the category that CLDR's plural rules
  /// give it.
  String pluralOf(long count) {
    return switch (locale().getLanguage()) {
      case "es" -> count == 1 ? "one" : isMillions(count) ? "many" : "other";
      default -> count == 1 ? "one" : "other";
    };
  }

  private static boolean isMillions(long count) {
    return count != 0 && count % 1_000_000 == 0;
  }

  /// Which way a language is written.
  public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT
  }
}
