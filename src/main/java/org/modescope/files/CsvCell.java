package org.modescope.files;

import java.util.Locale;
import java.util.Set;

/// What a table's cell holds, told from its characters without making a text of them.
enum CsvCell {
  /// Nothing, or spaces.
  BLANK,
  /// What programs write for a number that is missing: `NaN`, `NA`, `null`.
  MISSING,
  /// A number without a decimal mark.
  WHOLE,
  /// A number with a decimal point.
  POINT,
  /// A number with a decimal comma.
  COMMA,
  /// Anything else.
  WORD;

  private static final Set<String> MISSING_WORDS =
      Set.of("nan", "na", "n/a", "#n/a", "null", "none", "<na>", "-nan");
  private static final int LONGEST_MISSING = 4;

  static CsvCell of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  static CsvCell of(char[] buffer, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(buffer[to - 1])) {
      to--;
    }
    if (from == to) {
      return BLANK;
    }
    CsvCell number = number(buffer, from, to);
    return number == WORD && isMissing(buffer, from, to) ? MISSING : number;
  }

  private static boolean isMissing(char[] buffer, int from, int to) {
    return to - from <= LONGEST_MISSING
        && MISSING_WORDS.contains(new String(buffer, from, to - from).toLowerCase(Locale.ROOT));
  }

  /// A sign, digits with a mark among them, and an exponent.
  private static CsvCell number(char[] buffer, int from, int to) {
    int at = isSign(buffer[from]) ? from + 1 : from;
    int digits = 0;
    CsvCell kind = WHOLE;
    for (; at < to; at++) {
      char character = buffer[at];
      if (isDigit(character)) {
        digits++;
      } else if ((character == '.' || character == ',') && kind == WHOLE) {
        kind = character == '.' ? POINT : COMMA;
      } else {
        break;
      }
    }
    boolean isEnded = at == to || isExponent(buffer, at, to);
    return digits > 0 && isEnded ? kind : WORD;
  }

  private static boolean isExponent(char[] buffer, int from, int to) {
    if (buffer[from] != 'e' && buffer[from] != 'E') {
      return false;
    }
    int at = from + 1 < to && isSign(buffer[from + 1]) ? from + 2 : from + 1;
    int digits = at;
    while (digits < to && isDigit(buffer[digits])) {
      digits++;
    }
    return digits > at && digits == to;
  }

  private static boolean isSign(char character) {
    return character == '+' || character == '-';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
