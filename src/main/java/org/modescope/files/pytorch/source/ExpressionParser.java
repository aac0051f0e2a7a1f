package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Expression.Attribute;
import org.modescope.files.pytorch.source.Expression.Binary;
import org.modescope.files.pytorch.source.Expression.Call;
import org.modescope.files.pytorch.source.Expression.Conditional;
import org.modescope.files.pytorch.source.Expression.Kind;
import org.modescope.files.pytorch.source.Expression.Opaque;
import org.modescope.files.pytorch.source.Expression.Sequence;
import org.modescope.files.pytorch.source.Expression.Slice;
import org.modescope.files.pytorch.source.Expression.Starred;
import org.modescope.files.pytorch.source.Expression.Subscript;
import org.modescope.files.pytorch.source.Expression.Unary;

/// Reads expressions, each operator binding as tightly as Python has it.
final class ExpressionParser {
  private static final int NOT = 30;
  private static final int COMPARISON = 40;
  private static final int SIGN = 100;
  private static final int POWER = 110;

  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("or", 10),
          Map.entry("and", 20),
          Map.entry("in", COMPARISON),
          Map.entry("is", COMPARISON),
          Map.entry("not", COMPARISON),
          Map.entry("<", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("==", COMPARISON),
          Map.entry("!=", COMPARISON),
          Map.entry("|", 50),
          Map.entry("^", 55),
          Map.entry("&", 60),
          Map.entry("<<", 70),
          Map.entry(">>", 70),
          Map.entry("+", 80),
          Map.entry("-", 80),
          Map.entry("*", 90),
          Map.entry("/", 90),
          Map.entry("//", 90),
          Map.entry("%", 90),
          Map.entry("@", 90),
          Map.entry("**", POWER));

  private static final Set<String> ENDS = Set.of(")", "]", "}", "=", ":", ";");

  private final Tokens tokens;
  private final Atoms atoms;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
    this.atoms = new Atoms(tokens, this);
  }

  /// Values with commas between them, or one.
  Expression list() {
    int line = tokens.peek().line();
    Expression first = starred();
    if (!tokens.isNext(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.take(",") && !isAtEnd()) {
      items.add(starred());
    }
    return new Sequence(line, Kind.TUPLE, items);
  }

  /// What a `for` puts values into: no comparison, since `in` follows.
  Expression targets() {
    int line = tokens.peek().line();
    Expression first = binary(COMPARISON + 1);
    if (!tokens.isNext(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.take(",") && !tokens.isNext("in")) {
      items.add(binary(COMPARISON + 1));
    }
    return new Sequence(line, Kind.TUPLE, items);
  }

  Expression starred() {
    int line = tokens.peek().line();
    return tokens.take("*") ? new Starred(line, binary(COMPARISON + 1)) : single();
  }

  /// One value.
  Expression single() {
    tokens.enter();
    int line = tokens.peek().line();
    Expression value;
    if (tokens.take("lambda")) {
      atoms.skipLambdaParameters();
      single();
      value = new Opaque(line, "lambda");
    } else {
      value = conditional(line);
    }
    tokens.leave();
    return value;
  }

  private Expression conditional(int line) {
    Expression value = binary(0);
    if (tokens.take(":=")) {
      return single();
    }
    if (!tokens.take("if")) {
      return value;
    }
    Expression test = binary(0);
    tokens.expect("else");
    return new Conditional(line, value, test, single());
  }

  /// @param least how tightly an operator must bind to be taken
  Expression binary(int least) {
    tokens.enter();
    Expression left = unary();
    while (bindingOfNext() >= Math.max(least, 1)) {
      int line = tokens.peek().line();
      int binding = bindingOfNext();
      String operator = operator();
      // A power binds to its right, everything else to its left.
      left = new Binary(line, operator, left, binary(binding == POWER ? SIGN : binding + 1));
    }
    tokens.leave();
    return left;
  }

  private int bindingOfNext() {
    Token next = tokens.peek();
    boolean isWord = next.kind() == Token.Kind.OPERATOR || next.kind() == Token.Kind.NAME;
    if (!isWord || next.is("not") && !tokens.peek(1).is("in")) {
      return 0;
    }
    return BINDING.getOrDefault(next.text(), 0);
  }

  private String operator() {
    String operator = tokens.next().text();
    if (operator.equals("is") && tokens.take("not")) {
      return "is not";
    }
    if (operator.equals("not")) {
      tokens.expect("in");
      return "not in";
    }
    return operator;
  }

  private Expression unary() {
    Token next = tokens.peek();
    if (next.is("not")) {
      tokens.next();
      return new Unary(next.line(), "not", binary(NOT));
    }
    if (next.is("-") || next.is("+") || next.is("~")) {
      tokens.next();
      return new Unary(next.line(), next.text(), binary(SIGN));
    }
    if (next.is("await")) {
      tokens.next();
    }
    return trailed(atoms.atom());
  }

  /// What follows a value without a space: calls, attributes, indices.
  private Expression trailed(Expression atom) {
    Expression value = atom;
    while (true) {
      int line = value.line();
      if (tokens.take(".")) {
        value = new Attribute(tokens.last().line(), value, tokens.expectName());
      } else if (tokens.take("(")) {
        value = new Call(line, value, arguments());
      } else if (tokens.take("[")) {
        value = new Subscript(line, value, index());
        tokens.expect("]");
      } else {
        return value;
      }
    }
  }

  /// Arguments and the bracket that ends them.
  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!tokens.take(")")) {
      arguments.add(argument());
      if (!tokens.isNext(")")) {
        tokens.expect(",");
      }
    }
    return arguments;
  }

  private Argument argument() {
    if (tokens.take("**")) {
      return new Argument("", "**", single());
    }
    if (tokens.take("*")) {
      return new Argument("", "*", single());
    }
    if (tokens.isNext(Token.Kind.NAME) && tokens.peek(1).is("=")) {
      String name = tokens.expectName();
      tokens.expect("=");
      return new Argument(name, "", single());
    }
    int line = tokens.peek().line();
    Expression value = single();
    return new Argument("", "", atoms.comprehension(line, Kind.LIST, value).orElse(value));
  }

  private Expression index() {
    int line = tokens.peek().line();
    Expression first = slice();
    if (!tokens.isNext(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.take(",") && !tokens.isNext("]")) {
      items.add(slice());
    }
    return new Sequence(line, Kind.TUPLE, items);
  }

  private Expression slice() {
    int line = tokens.peek().line();
    Optional<Expression> from = bound();
    if (!tokens.take(":")) {
      return from.orElseThrow(tokens::unexpected);
    }
    Optional<Expression> to = bound();
    Optional<Expression> step = tokens.take(":") ? bound() : Optional.empty();
    return new Slice(line, from, to, step);
  }

  private Optional<Expression> bound() {
    boolean isLeftOut = tokens.isNext(":") || tokens.isNext("]") || tokens.isNext(",");
    return isLeftOut ? Optional.empty() : Optional.of(single());
  }

  private boolean isAtEnd() {
    Token next = tokens.peek();
    return switch (next.kind()) {
      case NEWLINE, END -> true;
      case OPERATOR -> ENDS.contains(next.text()) || next.text().endsWith("=");
      default -> false;
    };
  }
}
