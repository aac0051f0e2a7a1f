package org.modescope.lesson.condition;

import java.util.Optional;
import java.util.function.Supplier;
import org.modescope.lesson.condition.Expression.Call;
import org.modescope.lesson.condition.Expression.Infixed;
import org.modescope.lesson.condition.Expression.Literal;
import org.modescope.lesson.condition.Expression.Name;
import org.modescope.lesson.condition.Expression.Prefixed;
import org.modescope.words.Phrase;

/// Reads expressions by this grammar, each line binding tighter than the one above it:
///
/// ```
/// either     := both ("or" both)*
/// both       := negation ("and" negation)*
/// negation   := "not" negation | comparison
/// comparison := sum (("==" | "!=" | "<" | "<=" | ">" | ">=" | "contains") sum)?
/// sum        := product (("+" | "-") product)*
/// product    := factor (("*" | "/") factor)*
/// factor     := "-" factor | number | text | "true" | "false" | name
///             | ("sqrt" | "abs") "(" sum ")" | "(" either ")"
/// ```
public final class ExpressionParser {
  /// The longest that is read.
  static final int MOST_CHARACTERS = 500;

  private static final int DEEPEST = 40;

  private final Tokens tokens;
  private int depth;

  private ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Reads a condition or a number to reckon.
  ///
  /// @throws ConditionException saying what was found and what is allowed
  public static Expression parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new ConditionException(
          Phrase.of("lesson.condition.long", "length", text.length(), "most", MOST_CHARACTERS));
    }
    ExpressionParser parser = new ExpressionParser(Tokens.of(text));
    Expression whole = parser.either();
    parser.tokens.expectEnd();
    return whole;
  }

  private Expression either() {
    Expression left = both();
    while (tokens.take(Operator.OR.sign())) {
      left = new Infixed(Operator.OR, left, both());
    }
    return left;
  }

  private Expression both() {
    Expression left = negation();
    while (tokens.take(Operator.AND.sign())) {
      left = new Infixed(Operator.AND, left, negation());
    }
    return left;
  }

  private Expression negation() {
    if (tokens.take(Operator.NOT.sign())) {
      return deeper(() -> new Prefixed(Operator.NOT, negation()));
    }
    return comparison();
  }

  private Expression comparison() {
    Expression left = sum();
    Optional<Operator> operator = Operator.of(tokens.peek().text()).filter(Operator::isComparison);
    if (operator.isEmpty()) {
      return left;
    }
    tokens.next();
    return new Infixed(operator.get(), left, sum());
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (tokens.take(Operator.PLUS.sign())) {
        left = new Infixed(Operator.PLUS, left, product());
      } else if (tokens.take(Operator.MINUS.sign())) {
        left = new Infixed(Operator.MINUS, left, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = factor();
    while (true) {
      if (tokens.take(Operator.TIMES.sign())) {
        left = new Infixed(Operator.TIMES, left, factor());
      } else if (tokens.take(Operator.OVER.sign())) {
        left = new Infixed(Operator.OVER, left, factor());
      } else {
        return left;
      }
    }
  }

  private Expression factor() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NUMBER -> new Literal(Value.of(Double.parseDouble(token.text())));
      case TEXT -> new Literal(Value.of(token.text()));
      case NAME -> named(token);
      case SIGN -> signed(token);
      case END -> throw Tokens.unexpected(token);
    };
  }

  private Expression named(Token token) {
    Optional<Function> function = Function.of(token.text());
    if (function.isPresent()) {
      tokens.expect("(");
      Expression argument = deeper(this::sum);
      tokens.expect(")");
      return new Call(function.get(), argument);
    }
    return switch (token.text()) {
      case "true" -> new Literal(Value.of(true));
      case "false" -> new Literal(Value.of(false));
      case "and", "or", "not", "contains" -> throw Tokens.unexpected(token);
      default -> new Name(token.text());
    };
  }

  private Expression signed(Token token) {
    return switch (token.text()) {
      case "(" -> {
        Expression inner = deeper(this::either);
        tokens.expect(")");
        yield inner;
      }
      case "-" -> deeper(() -> new Prefixed(Operator.MINUS, factor()));
      default -> throw Tokens.unexpected(token);
    };
  }

  private Expression deeper(Supplier<Expression> read) {
    depth++;
    if (depth > DEEPEST) {
      throw new ConditionException(Phrase.of("lesson.condition.deep", "most", DEEPEST));
    }
    Expression inner = read.get();
    depth--;
    return inner;
  }
}
