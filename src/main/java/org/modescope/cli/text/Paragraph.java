package org.modescope.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.modescope.files.Printable;

/// Breaks text into lines.
public final class Paragraph {
  private Paragraph() {}

  /// The lines of a text, broken between words so that none is wider than `columns` where a word
  /// allows it.
  ///
  /// @param first what the first line begins with
  /// @param others what the other lines begin with
  public static List<String> lines(String first, String others, String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!isEmpty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(others);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(Printable.of(word));
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
