package org.modescope.files;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a message shows of something that may be long or unprintable.
final class Excerpt {
  private static final int LONGEST_TEXT = 60;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ITEMS = 20;

  private Excerpt() {}

  /// A text in quotation marks, its beginning if it is long, control characters as `\u0000`.
  static String of(String text) {
    String start = start(text, LONGEST_TEXT);
    return start.length() == text.length()
        ? "“%s”".formatted(Printable.of(text))
        : String.format(Locale.ROOT, "“%s…” (%,d characters)", Printable.of(start), text.length());
  }

  /// A name without quotation marks, otherwise as [#of(String)] shows texts.
  static String bare(String text) {
    String start = start(text, LONGEST_NAME);
    return Printable.of(start) + (start.length() == text.length() ? "" : "…");
  }

  private static String start(String text, int longest) {
    int enough = Math.min(text.length(), 2 * longest);
    int characters = Math.min(longest, text.codePointCount(0, enough));
    return text.substring(0, text.offsetByCodePoints(0, characters));
  }

  /// The first of several items, and how many more there are.
  static String of(Collection<String> items, String separator) {
    String first = items.stream().limit(MOST_ITEMS).collect(Collectors.joining(separator));
    return items.size() <= MOST_ITEMS
        ? first
        : String.format(
            Locale.ROOT, "%s%sand %,d more", first, separator, items.size() - MOST_ITEMS);
  }
}
