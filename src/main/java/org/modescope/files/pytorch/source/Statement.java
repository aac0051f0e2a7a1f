package org.modescope.files.pytorch.source;

import java.util.List;
import java.util.Optional;

/// What is done.
public sealed interface Statement {
  /// From where to where it reaches, what is inside it included.
  Lines lines();

  /// `target = value`, or several targets.
  record Assign(Lines lines, List<Expression> targets, Expression value) implements Statement {
    public Assign {
      targets = List.copyOf(targets);
    }
  }

  /// `target += value`
  record AugmentedAssign(Lines lines, Expression target, String operator, Expression value)
      implements Statement {}

  /// An expression by itself.
  record Evaluate(Lines lines, Expression value) implements Statement {}

  /// `return value`
  record Return(Lines lines, Optional<Expression> value) implements Statement {}

  /// `import module as alias`, `from module import name as alias`
  record Import(Lines lines, List<Imported> names) implements Statement {
    public Import {
      names = List.copyOf(names);
    }
  }

  /// What a name stands for from then on.
  ///
  /// @param name what it is called in full: `torch.nn.functional`
  /// @param alias what it is called here
  record Imported(String name, String alias) {}

  /// `class name(bases): body`
  record ClassDefinition(
      Lines lines, String name, List<Expression.Argument> bases, List<Statement> body)
      implements Statement {
    public ClassDefinition {
      bases = List.copyOf(bases);
      body = List.copyOf(body);
    }
  }

  /// `def name(parameters): body`
  record FunctionDefinition(
      Lines lines,
      String name,
      List<Parameter> parameters,
      List<Statement> body,
      List<Expression> decorators)
      implements Statement {
    public FunctionDefinition {
      parameters = List.copyOf(parameters);
      body = List.copyOf(body);
      decorators = List.copyOf(decorators);
    }
  }

  /// What a function takes.
  ///
  /// @param stars `*`, `**` or empty
  record Parameter(String name, String stars, Optional<Expression> defaultValue) {}

  /// `if test: then else: otherwise`
  record If(Lines lines, Expression test, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /// `for target in source: body`
  record For(Lines lines, Expression target, Expression source, List<Statement> body)
      implements Statement {
    public For {
      body = List.copyOf(body);
    }
  }

  /// `while test: body`
  record While(Lines lines, Expression test, List<Statement> body) implements Statement {
    public While {
      body = List.copyOf(body);
    }
  }

  /// `with contexts: body`
  record With(Lines lines, List<Expression> contexts, List<Statement> body) implements Statement {
    public With {
      contexts = List.copyOf(contexts);
      body = List.copyOf(body);
    }
  }

  /// `try: body`, with what stands in its other parts
  record Try(Lines lines, List<Statement> body, List<Statement> others) implements Statement {
    public Try {
      body = List.copyOf(body);
      others = List.copyOf(others);
    }
  }

  /// A statement that is a keyword and perhaps values: `pass`, `break`, `assert x`.
  record Keyword(Lines lines, String word) implements Statement {}

  /// Lines that could not be read.
  record Unreadable(Lines lines, SyntaxProblem problem) implements Statement {}
}
