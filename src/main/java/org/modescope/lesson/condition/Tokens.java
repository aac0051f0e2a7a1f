package org.modescope.lesson.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modescope.words.Phrase;

/// The words of an expression in order.
final class Tokens {
  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)(?![\\w.])"
              + "|\"(?<text>[^\"]*)\""
              + "|(?<name>[A-Za-z_]\\w*(?:\\.\\w+)*)"
              + "|(?<sign>==|!=|<=|>=|[-+*/()<>]))");

  private static final Token END = new Token(Token.Kind.END, "");

  private final List<Token> tokens;
  private int at;

  private Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// @throws ConditionException at the first character that belongs to no word
  static Tokens of(String text) {
    List<Token> found = new ArrayList<>();
    String whole = text.strip();
    Matcher word = WORD.matcher(whole);
    int end = 0;
    while (end < whole.length()) {
      word.region(end, whole.length());
      if (!word.lookingAt()) {
        throw new ConditionException(
            Phrase.of(
                "lesson.condition.character",
                "found",
                whole.substring(end).stripLeading().substring(0, 1)));
      }
      found.add(token(word));
      end = word.end();
    }
    return new Tokens(found);
  }

  private static Token token(Matcher word) {
    if (word.group("number") != null) {
      return new Token(Token.Kind.NUMBER, word.group("number"));
    }
    if (word.group("text") != null) {
      return new Token(Token.Kind.TEXT, word.group("text"));
    }
    return word.group("name") != null
        ? new Token(Token.Kind.NAME, word.group("name"))
        : new Token(Token.Kind.SIGN, word.group("sign"));
  }

  Token peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /// Takes the next word if it is this one, and no text in quotes.
  boolean take(String word) {
    Token token = peek();
    boolean isIt = token.kind() != Token.Kind.TEXT && token.text().equals(word);
    if (isIt && token.kind() != Token.Kind.END) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String word) {
    if (!take(word)) {
      throw peek().kind() == Token.Kind.END
          ? new ConditionException(Phrase.of("lesson.condition.missing", "wanted", word))
          : unexpected(peek());
    }
  }

  void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw unexpected(peek());
    }
  }

  static ConditionException unexpected(Token token) {
    return new ConditionException(
        token.kind() == Token.Kind.END
            ? Phrase.of("lesson.condition.end")
            : Phrase.of("lesson.condition.unexpected", "found", token.text()));
  }
}
