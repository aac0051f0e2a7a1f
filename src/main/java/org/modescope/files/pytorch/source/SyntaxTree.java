package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Expression.Call;
import org.modescope.files.pytorch.source.Expression.Loop;
import org.modescope.files.pytorch.source.Expression.Pair;

/// What is inside statements and expressions.
public final class SyntaxTree {
  private SyntaxTree() {}

  /// The names of all that is called in statements: `step` for `optimizer.step()`.
  public static List<String> called(List<Statement> statements) {
    List<String> names = new ArrayList<>();
    statements.forEach(statement -> addCalled(statement, names));
    return names;
  }

  /// The last part of the name of what is called.
  public static String callee(Call call) {
    return switch (call.function()) {
      case Expression.Name(int _, String name) -> name;
      case Expression.Attribute(int _, Expression _, String name) -> name;
      default -> "";
    };
  }

  /// A name with dots as it is written; empty for anything else.
  public static Optional<String> dotted(Expression expression) {
    return switch (expression) {
      case Expression.Name(int _, String name) -> Optional.of(name);
      case Expression.Attribute(int _, Expression owner, String name) ->
          dotted(owner).map(written -> written + "." + name);
      case Call call -> dotted(call.function());
      default -> Optional.empty();
    };
  }

  /// What is called, as it is written as far as that is short.
  public static String written(Expression expression) {
    return switch (expression) {
      case Expression.Subscript(int _, Expression owner, Expression index) ->
          written(owner) + "[" + written(index) + "]";
      case Expression.Attribute(int _, Expression owner, String name) ->
          written(owner) + "." + name;
      case Expression.Literal(int _, String text) -> "'" + text + "'";
      case Expression.Literal(int _, Long number) -> Long.toString(number);
      case Call call -> dotted(call.function()).orElseGet(() -> written(call.function()));
      default -> dotted(expression).orElse("…");
    };
  }

  private static void addCalled(Statement statement, List<String> names) {
    expressions(statement).forEach(expression -> addCalled(expression, names));
    blocks(statement).forEach(block -> block.forEach(inner -> addCalled(inner, names)));
  }

  private static void addCalled(Expression expression, List<String> names) {
    if (expression instanceof Call call) {
      names.add(callee(call));
    }
    children(expression).forEach(child -> addCalled(child, names));
  }

  private static Stream<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Statement.Assign(Lines _, List<Expression> targets, Expression value) ->
          Stream.concat(targets.stream(), Stream.of(value));
      case Statement.AugmentedAssign(Lines _, Expression target, String _, Expression value) ->
          Stream.of(target, value);
      case Statement.Evaluate(Lines _, Expression value) -> Stream.of(value);
      case Statement.Return(Lines _, Optional<Expression> value) -> value.stream();
      case Statement.If(Lines _, Expression test, List<Statement> _, List<Statement> _) ->
          Stream.of(test);
      case Statement.For(Lines _, Expression _, Expression source, List<Statement> _) ->
          Stream.of(source);
      case Statement.While(Lines _, Expression test, List<Statement> _) -> Stream.of(test);
      case Statement.With(Lines _, List<Expression> contexts, List<Statement> _) ->
          contexts.stream();
      case Statement.Import _,
          Statement.ClassDefinition _,
          Statement.FunctionDefinition _,
          Statement.Try _,
          Statement.Keyword _,
          Statement.Unreadable _ ->
          Stream.empty();
    };
  }

  private static Stream<List<Statement>> blocks(Statement statement) {
    return switch (statement) {
      case Statement.If branch -> Stream.of(branch.then(), branch.otherwise());
      case Statement.For loop -> Stream.of(loop.body());
      case Statement.While loop -> Stream.of(loop.body());
      case Statement.With with -> Stream.of(with.body());
      case Statement.Try attempt -> Stream.of(attempt.body(), attempt.others());
      case Statement.Assign _,
          Statement.AugmentedAssign _,
          Statement.Evaluate _,
          Statement.Return _,
          Statement.Import _,
          Statement.ClassDefinition _,
          Statement.FunctionDefinition _,
          Statement.Keyword _,
          Statement.Unreadable _ ->
          Stream.empty();
    };
  }

  private static Stream<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.Sequence sequence -> sequence.items().stream();
      case Expression.Dictionary dictionary ->
          dictionary.pairs().stream().flatMap(SyntaxTree::sides);
      case Expression.Attribute attribute -> Stream.of(attribute.owner());
      case Call call ->
          Stream.concat(Stream.of(call.function()), call.arguments().stream().map(Argument::value));
      case Expression.Subscript subscript -> Stream.of(subscript.owner(), subscript.index());
      case Expression.Slice slice ->
          Stream.of(slice.from(), slice.to(), slice.step()).flatMap(Optional::stream);
      case Expression.Unary unary -> Stream.of(unary.operand());
      case Expression.Binary binary -> Stream.of(binary.left(), binary.right());
      case Expression.Conditional conditional ->
          Stream.of(conditional.then(), conditional.test(), conditional.otherwise());
      case Expression.Comprehension comprehension ->
          Stream.concat(
              Stream.of(comprehension.element()), comprehension.loops().stream().map(Loop::source));
      case Expression.Starred starred -> Stream.of(starred.operand());
      case Expression.Formatted formatted -> formatted.parts().stream();
      case Expression.Name _, Expression.Literal _, Expression.Opaque _ -> Stream.empty();
    };
  }

  private static Stream<Expression> sides(Pair pair) {
    return Stream.of(pair.key(), pair.value());
  }
}
