package org.modescope.files;

import java.util.Locale;
import java.util.stream.Collectors;

/// Text that somebody else wrote, on its way to where people read it. A name in a file may hold
/// what would move a terminal's cursor or break a line.
public final class Printable {
  private Printable() {}

  /// The text with control characters as `\u001B`.
  public static String of(String text) {
    return text.codePoints().mapToObj(Printable::of).collect(Collectors.joining());
  }

  private static String of(int character) {
    boolean isPrintable =
        !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    return isPrintable
        ? Character.toString(character)
        : String.format(Locale.ROOT, "\\u%04X", character);
  }
}
