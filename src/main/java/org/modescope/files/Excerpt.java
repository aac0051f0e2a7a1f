package org.modescope.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.modescope.words.Phrase;

/// What a message shows of something that may be long or unprintable.
final class Excerpt {
  private static final int LONGEST_TEXT = 60;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ITEMS = 20;

  private Excerpt() {}

  /// A text in quotation marks, its beginning if it is long, control characters as `\u0000`.
  static Phrase of(String text) {
    String start = start(text, LONGEST_TEXT);
    return start.length() == text.length()
        ? Phrase.of("file.quoted", "text", Printable.of(text))
        : Phrase.of("file.quoted-start", "text", Printable.of(start), "count", text.length());
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
  static Phrase of(Collection<Phrase> items) {
    List<Phrase> shown = new ArrayList<>(items.stream().limit(MOST_ITEMS).toList());
    if (items.size() > MOST_ITEMS) {
      shown.add(Phrase.of("file.more", "count", items.size() - MOST_ITEMS));
    }
    return Phrase.joined("common.list.separator", shown);
  }
}
