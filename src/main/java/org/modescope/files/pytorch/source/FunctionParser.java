package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.source.Statement.FunctionDefinition;
import org.modescope.files.pytorch.source.Statement.Parameter;

/// Reads functions and dotted names.
record FunctionParser(Tokens tokens, PythonParser parser, ExpressionParser expressions) {
  Statement function(List<Expression> decorators) {
    int line = tokens.expect("def").line();
    String name = tokens.expectName();
    tokens.expect("(");
    List<Parameter> parameters = new ArrayList<>();
    while (!tokens.take(")")) {
      parameter().ifPresent(parameters::add);
      if (!tokens.isNext(")")) {
        tokens.expect(",");
      }
    }
    if (tokens.take("->")) {
      expressions.single();
    }
    List<Statement> body = parser.block();
    return new FunctionDefinition(upTo(line), name, parameters, body, decorators);
  }

  /// Empty for a mark that only says how the others are passed.
  private Optional<Parameter> parameter() {
    String stars = tokens.take("**") ? "**" : tokens.take("*") ? "*" : "";
    boolean isMark = stars.equals("*") && tokens.isNext(",") || tokens.take("/");
    if (isMark) {
      return Optional.empty();
    }
    String name = tokens.expectName();
    if (tokens.take(":")) {
      expressions.single();
    }
    Optional<Expression> value =
        tokens.take("=") ? Optional.of(expressions.single()) : Optional.empty();
    return Optional.of(new Parameter(name, stars, value));
  }

  String dotted() {
    StringBuilder name = new StringBuilder(tokens.expectName());
    while (tokens.take(".")) {
      name.append('.').append(tokens.expectName());
    }
    return name.toString();
  }

  /// From a line to where the last token that shows stands.
  Lines upTo(int first) {
    return new Lines(first, Math.max(first, tokens.lastShown().line()));
  }
}
