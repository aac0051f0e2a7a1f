package org.modescope.files.pytorch.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has a value.
public sealed interface Expression {
  /// The line on which it begins, counted from 1.
  int line();

  /// A name by itself: `x`.
  record Name(int line, String name) implements Expression {}

  /// A `Long`, `Double`, `String`, `Boolean`, or null for `None`.
  record Literal(int line, @Nullable Object value) implements Expression {}

  /// Values in brackets.
  record Sequence(int line, Kind kind, List<Expression> items) implements Expression {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Which brackets.
  enum Kind {
    LIST,
    TUPLE,
    SET,
    DICTIONARY
  }

  /// `{key: value}`; keys and values as pairs.
  record Dictionary(int line, List<Pair> pairs) implements Expression {
    public Dictionary {
      pairs = List.copyOf(pairs);
    }
  }

  /// A key and its value.
  record Pair(Expression key, Expression value) {}

  /// `owner.name`
  record Attribute(int line, Expression owner, String name) implements Expression {}

  /// `function(arguments)`
  record Call(int line, Expression function, List<Argument> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// An argument of a call: by place, by name, or several behind `*` or `**`.
  ///
  /// @param name empty if it has its place
  /// @param stars `*`, `**` or empty
  record Argument(String name, String stars, Expression value) {}

  /// `owner[index]`
  record Subscript(int line, Expression owner, Expression index) implements Expression {}

  /// `from:to:step` in an index.
  record Slice(
      int line, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step)
      implements Expression {}

  /// `-x`, `not x`
  record Unary(int line, String operator, Expression operand) implements Expression {}

  /// `x + y`, `x < y`, `x is not y`, `x and y`
  record Binary(int line, String operator, Expression left, Expression right)
      implements Expression {}

  /// `then if test else otherwise`
  record Conditional(int line, Expression then, Expression test, Expression otherwise)
      implements Expression {}

  /// `[element for target in source if condition]`
  record Comprehension(int line, Kind kind, Expression element, List<Loop> loops)
      implements Expression {
    public Comprehension {
      loops = List.copyOf(loops);
    }
  }

  /// One `for` of a comprehension.
  record Loop(Expression target, Expression source, List<Expression> conditions) {
    public Loop {
      conditions = List.copyOf(conditions);
    }
  }

  /// `*x` among values.
  record Starred(int line, Expression operand) implements Expression {}

  /// `f"fc{i}"`: texts and values, one after another.
  record Formatted(int line, List<Expression> parts) implements Expression {
    public Formatted {
      parts = List.copyOf(parts);
    }
  }

  /// What the grammar knows and nobody here needs: a lambda, a number of another kind.
  record Opaque(int line, String what) implements Expression {}
}
