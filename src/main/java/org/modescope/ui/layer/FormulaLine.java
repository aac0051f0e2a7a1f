package org.modescope.ui.layer;

import java.util.ArrayList;
import java.util.List;
import org.modescope.ui.instrument.HeadlineTone;

/// A line of arithmetic with the numbers of what is pointed at.
///
/// @param name whose it is
/// @param aside in which case
/// @param tone its colour
/// @param parts its text
/// @param tail what more there is to say, at the end
record FormulaLine(String name, String aside, HeadlineTone tone, List<Part> parts, String tail) {
  private static final String MARK = "\u2063";

  /// Begins and ends what is left out where there is little room.
  static final String SPARE = "\u2064";

  /// A piece of a line.
  ///
  /// @param isResult whether it is a number that the line is about
  /// @param isSpare whether it is left out where there is little room
  record Part(String text, boolean isResult, boolean isSpare) {}

  /// @param text with the numbers that it is about set off by [#strong]
  static FormulaLine of(String name, String aside, HeadlineTone tone, String text, String tail) {
    List<Part> parts = new ArrayList<>();
    boolean isSpare = false;
    boolean isResult = false;
    for (String stretch : text.split(SPARE, -1)) {
      for (String piece : stretch.split(MARK, -1)) {
        if (!piece.isEmpty()) {
          parts.add(new Part(piece, isResult, isSpare));
        }
        isResult = !isResult;
      }
      // A stretch has numbers in pairs of marks, so one that ends leaves none open.
      isResult = false;
      isSpare = !isSpare;
    }
    return new FormulaLine(name, aside, tone, parts, tail);
  }

  /// A number that a line is about.
  static String strong(String number) {
    return MARK + number + MARK;
  }

  /// The line as it is read aloud.
  String spoken() {
    StringBuilder spoken = new StringBuilder(name).append(' ').append(aside).append(": ");
    parts.forEach(part -> spoken.append(part.text()));
    return tail.isEmpty() ? spoken.toString() : spoken.append(". ").append(tail).toString();
  }
}
