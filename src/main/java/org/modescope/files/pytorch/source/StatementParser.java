package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Statement.Assign;
import org.modescope.files.pytorch.source.Statement.AugmentedAssign;
import org.modescope.files.pytorch.source.Statement.ClassDefinition;
import org.modescope.files.pytorch.source.Statement.Evaluate;
import org.modescope.files.pytorch.source.Statement.For;
import org.modescope.files.pytorch.source.Statement.If;
import org.modescope.files.pytorch.source.Statement.Import;
import org.modescope.files.pytorch.source.Statement.Imported;
import org.modescope.files.pytorch.source.Statement.Keyword;
import org.modescope.files.pytorch.source.Statement.Return;
import org.modescope.files.pytorch.source.Statement.Try;
import org.modescope.files.pytorch.source.Statement.While;
import org.modescope.files.pytorch.source.Statement.With;

/// Reads one statement.
final class StatementParser {
  private static final Set<String> WITH_VALUES =
      Set.of("assert", "del", "global", "nonlocal", "raise");

  private static final Set<String> AUGMENTED =
      Set.of("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", ">>=", "<<=");

  private final Tokens tokens;
  private final PythonParser parser;
  private final ExpressionParser expressions;
  private final FunctionParser functions;

  StatementParser(Tokens tokens, PythonParser parser) {
    this.tokens = tokens;
    this.parser = parser;
    this.expressions = new ExpressionParser(tokens);
    this.functions = new FunctionParser(tokens, parser, expressions);
  }

  /// Adds the next statement, or all that stand on the next line.
  void addNext(List<Statement> to) {
    Token first = tokens.peek();
    tokens.take("async");
    String word = first.kind() == Token.Kind.NAME ? tokens.peek().text() : "";
    switch (word) {
      case "class" -> to.add(classDefinition());
      case "def" -> to.add(functions.function(List.of()));
      case "if" -> to.add(condition());
      case "for" -> to.add(loop());
      case "while" -> to.add(whileLoop());
      case "with" -> to.add(with());
      case "try" -> to.add(attempt());
      default -> {
        if (first.is("@")) {
          decorated(to);
        } else {
          addSimpleLine(to);
        }
      }
    }
  }

  /// Adds statements with semicolons between them.
  void addSimpleLine(List<Statement> to) {
    to.add(simple());
    while (tokens.take(";") && !tokens.isNext(Token.Kind.NEWLINE)) {
      to.add(simple());
    }
    if (!tokens.isNext(Token.Kind.NEWLINE)) {
      throw tokens.unexpected();
    }
    tokens.next();
  }

  private void decorated(List<Statement> to) {
    List<Expression> decorators = new ArrayList<>();
    while (tokens.take("@")) {
      decorators.add(expressions.single());
      if (tokens.isNext(Token.Kind.NEWLINE)) {
        tokens.next();
      }
    }
    tokens.take("async");
    if (tokens.isNext("def")) {
      to.add(functions.function(decorators));
    } else {
      addNext(to);
    }
  }

  private Statement simple() {
    int line = tokens.peek().line();
    Token first = tokens.peek();
    if (first.is("return")) {
      tokens.next();
      Optional<Expression> value = parser.optional(expressions);
      return new Return(upTo(line), value);
    }
    if (first.is("import")) {
      return importModules(line);
    }
    if (first.is("from")) {
      return importNames(line);
    }
    if (first.is("pass") || first.is("break") || first.is("continue")) {
      return new Keyword(Lines.of(line), tokens.next().text());
    }
    if (first.kind() == Token.Kind.NAME && WITH_VALUES.contains(first.text())) {
      tokens.next();
      parser.optional(expressions);
      if (tokens.take("from")) {
        expressions.single();
      }
      return new Keyword(upTo(line), first.text());
    }
    return assignment(line);
  }

  private Statement assignment(int line) {
    Expression first = expressions.list();
    if (tokens.take(":")) {
      // The type that a variable is said to have.
      expressions.single();
      if (!tokens.isNext("=")) {
        return new Keyword(upTo(line), ":");
      }
    }
    if (tokens.peek().kind() == Token.Kind.OPERATOR && AUGMENTED.contains(tokens.peek().text())) {
      String operator = tokens.next().text();
      Expression value = expressions.list();
      return new AugmentedAssign(
          upTo(line), first, operator.substring(0, operator.length() - 1), value);
    }
    List<Expression> sides = new ArrayList<>(List.of(first));
    while (tokens.take("=")) {
      sides.add(expressions.list());
    }
    Expression value = sides.removeLast();
    return sides.isEmpty() ? new Evaluate(upTo(line), value) : new Assign(upTo(line), sides, value);
  }

  private Statement importModules(int line) {
    tokens.expect("import");
    List<Imported> names = new ArrayList<>();
    do {
      String name = functions.dotted();
      int dot = name.indexOf('.');
      String root = dot < 0 ? name : name.substring(0, dot);
      names.add(
          tokens.take("as") ? new Imported(name, tokens.expectName()) : new Imported(root, root));
    } while (tokens.take(","));
    return new Import(upTo(line), names);
  }

  private Statement importNames(int line) {
    tokens.expect("from");
    while (tokens.take(".") || tokens.take("...")) {
      // From a package beside this file; what is in it is not known.
    }
    String module = tokens.isNext("import") ? "" : functions.dotted();
    tokens.expect("import");
    boolean isBracketed = tokens.take("(");
    List<Imported> names = new ArrayList<>();
    while (!tokens.isNext(")") && !tokens.isNext(Token.Kind.NEWLINE)) {
      if (tokens.take("*")) {
        names.add(new Imported(module, "*"));
      } else {
        String name = tokens.expectName();
        String alias = tokens.take("as") ? tokens.expectName() : name;
        names.add(new Imported(module + "." + name, alias));
      }
      if (!tokens.take(",")) {
        break;
      }
    }
    if (isBracketed) {
      tokens.expect(")");
    }
    return new Import(upTo(line), names);
  }

  private Statement classDefinition() {
    int line = tokens.expect("class").line();
    String name = tokens.expectName();
    List<Argument> bases = tokens.take("(") ? expressions.arguments() : List.of();
    List<Statement> body = parser.block();
    return new ClassDefinition(upTo(line), name, bases, body);
  }

  private Statement condition() {
    int line = tokens.next().line();
    Expression test = expressions.single();
    List<Statement> then = parser.block();
    List<Statement> otherwise = List.of();
    if (tokens.isNext("elif")) {
      tokens.enter();
      otherwise = List.of(condition());
      tokens.leave();
    } else if (tokens.take("else")) {
      otherwise = parser.block();
    }
    return new If(upTo(line), test, then, otherwise);
  }

  private Statement loop() {
    int line = tokens.expect("for").line();
    Expression target = expressions.targets();
    tokens.expect("in");
    Expression source = expressions.list();
    List<Statement> body = new ArrayList<>(parser.block());
    if (tokens.take("else")) {
      body.addAll(parser.block());
    }
    return new For(upTo(line), target, source, body);
  }

  private Statement whileLoop() {
    int line = tokens.expect("while").line();
    Expression test = expressions.single();
    List<Statement> body = parser.block();
    return new While(upTo(line), test, body);
  }

  private Statement with() {
    int line = tokens.expect("with").line();
    List<Expression> contexts = new ArrayList<>();
    do {
      contexts.add(expressions.single());
      if (tokens.take("as")) {
        expressions.binary(1);
      }
    } while (tokens.take(","));
    List<Statement> body = parser.block();
    return new With(upTo(line), contexts, body);
  }

  private Statement attempt() {
    int line = tokens.expect("try").line();
    List<Statement> body = parser.block();
    List<Statement> others = new ArrayList<>();
    while (tokens.isNext("except") || tokens.isNext("finally") || tokens.isNext("else")) {
      boolean isException = tokens.next().is("except");
      if (isException && !tokens.isNext(":")) {
        expressions.list();
        if (tokens.take("as")) {
          tokens.expectName();
        }
      }
      others.addAll(parser.block());
    }
    return new Try(upTo(line), body, others);
  }

  /// From a line to where the token before this one stands.
  private Lines upTo(int first) {
    return functions.upTo(first);
  }
}
