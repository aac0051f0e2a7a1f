package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers, strings and comments as Python reads them. Whatever a string or a comment holds, it
/// stays one: nothing in it can become code.
final class PythonText {
  private PythonText() {}

  /// The shortest literal of a finite number, always one of a float: `0.5`, `1e-5`, `1.0`.
  static String number(double value) {
    return Double.toString(value).replaceFirst("(\\.0)?E", "e");
  }

  /// A string literal of any text. Letters of all scripts stay readable; what cannot be seen is
  /// escaped.
  static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                literal.append('\\').appendCodePoint(point);
              } else if (isVisible(point)) {
                literal.appendCodePoint(point);
              } else {
                literal.append(escape(point));
              }
            });
    return literal.append('"').toString();
  }

  /// Comment lines of any text, wrapped between words; none for blank text.
  ///
  /// @param columns how wide a line may be, its sign included
  ///
  ///   They must not be the first two lines of a file, where Python takes a comment with the word
  ///   `coding` for an order to read the file in another encoding.
  static List<String> comment(String text, int columns) {
    StringBuilder seen = new StringBuilder();
    text.codePoints().forEach(point -> seen.appendCodePoint(isVisible(point) ? point : ' '));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : seen.toString().strip().split(" +", -1)) {
      if (!line.isEmpty() && "# ".length() + line.length() + 1 + word.length() > columns) {
        lines.add("# " + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add("# " + line);
    }
    return List.copyOf(lines);
  }

  /// Whether a character shows itself as what it is. Marks that reorder or hide their neighbours do
  /// not, nor do line ends, whichever of them Python would heed.
  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }

  private static String escape(int point) {
    String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
    return String.format(Locale.ROOT, form, point);
  }
}
