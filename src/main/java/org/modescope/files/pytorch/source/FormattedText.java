package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import org.modescope.files.pytorch.source.Expression.Literal;
import org.modescope.files.pytorch.source.Expression.Opaque;

/// Takes a formatted text apart: texts, and the values between braces. What says how a value is to
/// be written makes it one that nobody here knows.
final class FormattedText {
  private FormattedText() {}

  /// @param depth how deep in others the text stands
  static List<Expression> parts(Token token, int depth) {
    List<Expression> parts = new ArrayList<>();
    String text = token.text();
    StringBuilder plain = new StringBuilder();
    int place = 0;
    while (place < text.length()) {
      char character = text.charAt(place);
      boolean isBrace = character == '{' || character == '}';
      if (isBrace && place + 1 < text.length() && text.charAt(place + 1) == character) {
        plain.append(character);
        place += 2;
      } else if (character == '{') {
        int end = text.indexOf('}', place);
        String inner = end < 0 ? "" : text.substring(place + 1, end);
        parts.add(new Literal(token.line(), plain.toString()));
        plain.setLength(0);
        parts.add(value(inner, token.line(), depth));
        place = end < 0 ? text.length() : end + 1;
      } else {
        plain.append(character);
        place++;
      }
    }
    parts.add(new Literal(token.line(), plain.toString()));
    return parts;
  }

  private static Expression value(String inner, int line, int depth) {
    Expression unknown = new Opaque(line, "f-string");
    boolean isPlain = inner.chars().noneMatch(each -> "!:=\"'{\n".indexOf(each) >= 0);
    if (!isPlain || inner.isBlank()) {
      return unknown;
    }
    List<Token> read =
        Tokenizer.of(inner.strip()).tokens().stream()
            .map(each -> new Token(each.kind(), each.text(), line))
            .toList();
    Tokens tokens = new Tokens(read);
    tokens.backTo(depth);
    try {
      Expression value = new ExpressionParser(tokens).single();
      return tokens.isNext(Token.Kind.NEWLINE) || tokens.isNext(Token.Kind.END) ? value : unknown;
    } catch (SyntaxProblem.Found _) {
      return unknown;
    }
  }
}
