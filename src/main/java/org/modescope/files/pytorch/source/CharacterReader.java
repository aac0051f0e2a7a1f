package org.modescope.files.pytorch.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through a source character by character, and knows on which line it is.
final class CharacterReader {
  /// Longer ones first: `**=` begins as `**` and `*` do.
  private static final List<String> OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
          "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ":=", "+", "-", "*", "/", "%", "@",
          "<", ">", "&", "|", "^", "~", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=", "!",
          "?", "$");

  private final String text;
  private int place;
  private int line = 1;
  private boolean lineStart = true;

  CharacterReader(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return place >= text.length();
  }

  boolean isAtLineStart() {
    return lineStart;
  }

  void leaveLineStart() {
    lineStart = false;
  }

  int line() {
    return line;
  }

  /// The next character; a zero at the end.
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return place + ahead < text.length() ? text.charAt(place + ahead) : 0;
  }

  char next() {
    char character = text.charAt(place);
    place++;
    if (character == '\n') {
      line++;
      lineStart = true;
    }
    return character;
  }

  /// The word that stands here, empty if none does.
  String peekWord() {
    int end = place;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return text.substring(place, end);
  }

  String takeWord() {
    String word = peekWord();
    place += word.length();
    return word;
  }

  /// What is left of the line, without its end.
  String takeLine() {
    int end = text.indexOf('\n', place);
    String rest = text.substring(place, end < 0 ? text.length() : end);
    place += rest.length();
    return rest;
  }

  String takeCharacter() {
    String character = Character.toString(text.codePointAt(place));
    place += character.length();
    return character;
  }

  /// A number with whatever letters follow it: the parser tells whether it is one.
  String takeNumber() {
    int start = place;
    while (place < text.length() && isNumberPart(start)) {
      place++;
    }
    return text.substring(start, place);
  }

  private boolean isNumberPart(int start) {
    char character = text.charAt(place);
    boolean isHexadecimal = text.startsWith("0x", start) || text.startsWith("0X", start);
    boolean isSign = (character == '-' || character == '+') && place > start && !isHexadecimal;
    return isSign
        ? text.charAt(place - 1) == 'e' || text.charAt(place - 1) == 'E'
        : isWordPart(character) || character == '.';
  }

  /// The operator that stands here, empty if none does.
  String takeOperator() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, place)) {
        place += operator.length();
        return operator;
      }
    }
    return "";
  }

  /// What a text says; null if it does not end, and then nothing of its line is left.
  @Nullable String takeText(String prefix) {
    String quote = String.valueOf(peek());
    boolean isLong = text.startsWith(quote.repeat(3), place);
    String end = isLong ? quote.repeat(3) : quote;
    boolean isRaw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
    StringBuilder read = new StringBuilder();
    place += end.length();
    while (!isAtEnd() && !text.startsWith(end, place)) {
      if (peek() == '\n' && !isLong) {
        return null;
      }
      char character = next();
      if (character == '\\' && !isAtEnd()) {
        read.append(isRaw ? "\\" + next() : escaped(next()));
      } else {
        read.append(character);
      }
    }
    if (isAtEnd()) {
      return null;
    }
    place += end.length();
    lineStart = false;
    return read.toString();
  }

  /// Names and numbers have no rarer escapes than these; others stay as they are written.
  private static String escaped(char character) {
    return switch (character) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '\n' -> "";
      case '\\', '\'', '"' -> String.valueOf(character);
      default -> "\\" + character;
    };
  }

  private static boolean isWordPart(char character) {
    return character == '_' || Character.isUnicodeIdentifierPart(character);
  }
}
