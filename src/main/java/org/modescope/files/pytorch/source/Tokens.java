package org.modescope.files.pytorch.source;

import java.util.List;
import org.modescope.files.pytorch.source.SyntaxProblem.Found;
import org.modescope.files.pytorch.source.SyntaxProblem.Kind;

/// Tokens one after another, and how deep in each other's insides they are read.
final class Tokens {
  private final List<Token> tokens;
  private int place;
  private int depth;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(place);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(place + ahead, tokens.size() - 1));
  }

  /// The token before the next one.
  Token last() {
    return tokens.get(Math.max(place - 1, 0));
  }

  /// The last token before the next one that is no mere end or beginning of a block.
  Token lastShown() {
    int back = Math.max(place - 1, 0);
    while (back > 0 && isMargin(tokens.get(back).kind())) {
      back--;
    }
    return tokens.get(back);
  }

  private static boolean isMargin(Token.Kind kind) {
    return switch (kind) {
      case NEWLINE, INDENT, DEDENT, END -> true;
      default -> false;
    };
  }

  Token next() {
    Token token = peek();
    if (place < tokens.size() - 1) {
      place++;
    }
    return token;
  }

  boolean isNext(String word) {
    return peek().is(word);
  }

  boolean isNext(Token.Kind kind) {
    return peek().kind() == kind;
  }

  /// Takes a word if it comes next.
  boolean take(String word) {
    boolean isThere = isNext(word);
    if (isThere) {
      next();
    }
    return isThere;
  }

  Token expect(String word) {
    if (!isNext(word)) {
      throw unexpected();
    }
    return next();
  }

  String expectName() {
    if (!isNext(Token.Kind.NAME)) {
      throw unexpected();
    }
    return next().text();
  }

  /// The next token, as what cannot stand there.
  Found unexpected() {
    Kind kind =
        switch (peek().kind()) {
          case OPEN_BRACKET -> Kind.OPEN_BRACKET;
          case OPEN_TEXT -> Kind.OPEN_TEXT;
          default -> Kind.UNEXPECTED;
        };
    return new Found(kind, peek());
  }

  void enter() {
    depth++;
    if (depth > SourceLimits.NESTING) {
      throw new Found(Kind.TOO_DEEP, peek());
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /// Comes back from wherever reading stopped.
  void backTo(int depthBefore) {
    depth = depthBefore;
  }
}
