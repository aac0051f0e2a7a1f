package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.source.Expression.Comprehension;
import org.modescope.files.pytorch.source.Expression.Dictionary;
import org.modescope.files.pytorch.source.Expression.Kind;
import org.modescope.files.pytorch.source.Expression.Literal;
import org.modescope.files.pytorch.source.Expression.Loop;
import org.modescope.files.pytorch.source.Expression.Name;
import org.modescope.files.pytorch.source.Expression.Opaque;
import org.modescope.files.pytorch.source.Expression.Pair;
import org.modescope.files.pytorch.source.Expression.Sequence;

/// Reads what expressions are made of: names, numbers, texts, and what stands in brackets.
///
/// @param expressions reads what stands inside
record Atoms(Tokens tokens, ExpressionParser expressions) {
  Expression atom() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> name(token);
      case NUMBER -> number(tokens.next());
      case TEXT, FORMATTED -> text(token.line());
      case OPERATOR -> bracketed(token);
      case NEWLINE, INDENT, DEDENT, OPEN_BRACKET, OPEN_TEXT, UNKNOWN, END ->
          throw tokens.unexpected();
    };
  }

  private Expression name(Token token) {
    if (Keywords.isNoOperand(token.text())) {
      throw tokens.unexpected();
    }
    tokens.next();
    return switch (token.text()) {
      case "True" -> new Literal(token.line(), true);
      case "False" -> new Literal(token.line(), false);
      case "None" -> new Literal(token.line(), null);
      case "yield" -> yielded(token);
      default -> new Name(token.line(), token.text());
    };
  }

  private Expression yielded(Token token) {
    tokens.take("from");
    if (!tokens.isNext(Token.Kind.NEWLINE) && !tokens.isNext(")")) {
      expressions.list();
    }
    return new Opaque(token.line(), "yield");
  }

  private static Expression number(Token token) {
    String digits = token.text().replace("_", "");
    try {
      boolean isHexadecimal = digits.startsWith("0x") || digits.startsWith("0X");
      return new Literal(token.line(), isHexadecimal ? Long.decode(digits) : Long.valueOf(digits));
    } catch (NumberFormatException notWhole) {
      return fraction(token, digits);
    }
  }

  private static Expression fraction(Token token, String digits) {
    boolean isNumber = digits.chars().allMatch(each -> "0123456789.eE+-".indexOf(each) >= 0);
    try {
      return isNumber
          ? new Literal(token.line(), Double.valueOf(digits))
          : new Opaque(token.line(), token.text());
    } catch (NumberFormatException none) {
      return new Opaque(token.line(), token.text());
    }
  }

  /// Texts beside each other are one.
  private Expression text(int line) {
    StringBuilder whole = new StringBuilder();
    List<Expression> parts = new ArrayList<>();
    boolean isFormatted = false;
    while (tokens.isNext(Token.Kind.TEXT) || tokens.isNext(Token.Kind.FORMATTED)) {
      Token token = tokens.next();
      isFormatted |= token.kind() == Token.Kind.FORMATTED;
      whole.append(token.text());
      parts.addAll(
          token.kind() == Token.Kind.FORMATTED
              ? FormattedText.parts(token, tokens.depth())
              : List.of(new Literal(line, token.text())));
    }
    return isFormatted
        ? new Expression.Formatted(line, parts)
        : new Literal(line, whole.toString());
  }

  private Expression bracketed(Token token) {
    return switch (token.text()) {
      case "(" -> parenthesized(tokens.next().line());
      case "[" -> {
        tokens.next();
        yield inside(token.line(), Kind.LIST, "]");
      }
      case "{" -> {
        tokens.next();
        yield braced(token.line());
      }
      case "..." -> {
        tokens.next();
        yield new Opaque(token.line(), "...");
      }
      default -> throw tokens.unexpected();
    };
  }

  private Expression parenthesized(int line) {
    if (tokens.take(")")) {
      return new Sequence(line, Kind.TUPLE, List.of());
    }
    Expression first = expressions.starred();
    Optional<Expression> comprehension = comprehension(line, Kind.LIST, first);
    if (comprehension.isPresent() || tokens.isNext(")")) {
      tokens.expect(")");
      return comprehension.orElse(first);
    }
    return items(line, Kind.TUPLE, ")", first);
  }

  private Expression inside(int line, Kind kind, String end) {
    if (tokens.take(end)) {
      return new Sequence(line, kind, List.of());
    }
    Expression first = expressions.starred();
    Optional<Expression> comprehension = comprehension(line, kind, first);
    if (comprehension.isPresent()) {
      tokens.expect(end);
      return comprehension.get();
    }
    return items(line, kind, end, first);
  }

  private Expression items(int line, Kind kind, String end, Expression first) {
    List<Expression> items = new ArrayList<>(List.of(first));
    while (!tokens.take(end)) {
      tokens.expect(",");
      if (!tokens.isNext(end)) {
        items.add(expressions.starred());
      }
    }
    return new Sequence(line, kind, items);
  }

  private Expression braced(int line) {
    if (tokens.take("}")) {
      return new Dictionary(line, List.of());
    }
    if (tokens.take("**")) {
      expressions.single();
      return skipped(line);
    }
    Expression first = expressions.starred();
    if (!tokens.take(":")) {
      return items(line, Kind.SET, "}", first);
    }
    Expression value = expressions.single();
    if (comprehension(line, Kind.DICTIONARY, value).isPresent()) {
      tokens.expect("}");
      return new Opaque(line, "{…}");
    }
    List<Pair> pairs = new ArrayList<>(List.of(new Pair(first, value)));
    while (!tokens.take("}")) {
      tokens.expect(",");
      if (tokens.take("**")) {
        expressions.single();
        return skipped(line);
      }
      if (!tokens.isNext("}")) {
        Expression key = expressions.single();
        tokens.expect(":");
        pairs.add(new Pair(key, expressions.single()));
      }
    }
    return new Dictionary(line, pairs);
  }

  /// The rest of a dictionary that takes others in.
  private Expression skipped(int line) {
    while (!tokens.take("}")) {
      tokens.expect(",");
      if (!tokens.isNext("}")) {
        tokens.take("**");
        expressions.single();
        if (tokens.take(":")) {
          expressions.single();
        }
      }
    }
    return new Opaque(line, "{…}");
  }

  /// What follows a first value, if it is `for`.
  Optional<Expression> comprehension(int line, Kind kind, Expression element) {
    List<Loop> loops = new ArrayList<>();
    while (tokens.take("for")) {
      Expression target = expressions.targets();
      tokens.expect("in");
      Expression source = expressions.binary(1);
      List<Expression> conditions = new ArrayList<>();
      while (tokens.take("if")) {
        conditions.add(expressions.binary(1));
      }
      loops.add(new Loop(target, source, conditions));
    }
    return loops.isEmpty()
        ? Optional.empty()
        : Optional.of(new Comprehension(line, kind, element, loops));
  }

  void skipLambdaParameters() {
    while (!tokens.take(":")) {
      if (tokens.isNext(Token.Kind.NEWLINE) || tokens.isNext(Token.Kind.END)) {
        throw tokens.unexpected();
      }
      if (tokens.take("=")) {
        expressions.single();
      } else {
        tokens.next();
      }
    }
  }
}
