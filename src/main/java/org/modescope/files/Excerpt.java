package org.modescope.files;

import java.util.Collection;
import java.util.stream.Collectors;

/// What a message shows of something that may be long or unprintable.
final class Excerpt {
  private static final int LONGEST_TEXT = 60;
  private static final int MOST_ITEMS = 20;

  private Excerpt() {}

  /// A text in quotation marks, its beginning if it is long, control characters as `\u0000`.
  static String of(String text) {
    int characters =
        Math.min(LONGEST_TEXT, text.codePointCount(0, Math.min(text.length(), 2 * LONGEST_TEXT)));
    String start = text.substring(0, text.offsetByCodePoints(0, characters));
    String shown =
        start
            .codePoints()
            .mapToObj(
                character ->
                    Character.isISOControl(character)
                            || Character.getType(character) == Character.SURROGATE
                        ? "\\u%04X".formatted(character)
                        : Character.toString(character))
            .collect(Collectors.joining());
    return start.length() == text.length()
        ? "“%s”".formatted(shown)
        : "“%s…” (%,d characters)".formatted(shown, text.length());
  }

  /// The first of several items, and how many more there are.
  static String of(Collection<String> items, String separator) {
    String first = items.stream().limit(MOST_ITEMS).collect(Collectors.joining(separator));
    return items.size() <= MOST_ITEMS
        ? first
        : "%s%sand %,d more".formatted(first, separator, items.size() - MOST_ITEMS);
  }
}
