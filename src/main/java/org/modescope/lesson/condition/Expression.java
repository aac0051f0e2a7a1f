package org.modescope.lesson.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.modescope.files.NearMiss;
import org.modescope.lesson.condition.Value.Amount;
import org.modescope.lesson.condition.Value.Truth;
import org.modescope.lesson.condition.Value.Words;
import org.modescope.words.Phrase;

/// A condition or a number to reckon, as a tree.
public sealed interface Expression {

  /// A number, a text or `true` and `false`, written down.
  record Literal(Value value) implements Expression {}

  /// The name of a measure.
  record Name(String name) implements Expression {}

  /// `not …` or `-…`.
  record Prefixed(Operator operator, Expression operand) implements Expression {}

  /// Two expressions with an operator between them.
  record Infixed(Operator operator, Expression left, Expression right) implements Expression {}

  /// `sqrt(…)` or `abs(…)`.
  record Call(Function function, Expression argument) implements Expression {}

  /// What it comes to.
  ///
  /// @throws ConditionException if a measure is missing or an operator does not fit its operands
  default Value evaluate(Measures measures) {
    return switch (this) {
      case Literal(Value value) -> value;
      case Name(String name) -> measured(name, measures);
      case Prefixed(Operator operator, Expression operand) ->
          operator == Operator.NOT
              ? Value.of(!truth(operand, operator.sign(), measures))
              : Value.of(-number(operand, operator.sign(), measures));
      case Infixed infixed -> infixed(infixed, measures);
      case Call(Function function, Expression argument) ->
          Value.of(function.of(number(argument, function.word(), measures)));
    };
  }

  /// Whether it holds.
  ///
  /// @throws ConditionException as [#evaluate] does, and if it is no condition
  default boolean holds(Measures measures) {
    Value value = evaluate(measures);
    if (value instanceof Truth(boolean holds)) {
      return holds;
    }
    throw new ConditionException(Phrase.of("lesson.condition.no-condition", "kind", value.kind()));
  }

  /// The names of all measures in it, in order.
  default SequencedSet<String> names() {
    SequencedSet<String> names = new LinkedHashSet<>();
    switch (this) {
      case Literal _ -> {
        // Names nothing.
      }
      case Name(String name) -> names.add(name);
      case Prefixed(Operator _, Expression operand) -> names.addAll(operand.names());
      case Infixed(Operator _, Expression left, Expression right) ->
          List.of(left, right).forEach(side -> names.addAll(side.names()));
      case Call(Function _, Expression argument) -> names.addAll(argument.names());
    }
    return names;
  }

  private static Value measured(String name, Measures measures) {
    return measures
        .find(name)
        .orElseThrow(
            () ->
                new ConditionException(
                    Phrase.of(
                        "lesson.condition.no-measure",
                        "name",
                        name,
                        "hint",
                        NearMiss.hint(name, measures.names()))));
  }

  private static Value infixed(Infixed infixed, Measures measures) {
    Operator operator = infixed.operator();
    String sign = operator.sign();
    Expression left = infixed.left();
    Expression right = infixed.right();
    return switch (operator) {
      // Both sides are asked, so that a wrong name is found whatever the other one says.
      case AND -> Value.of(truth(left, sign, measures) & truth(right, sign, measures));
      case OR -> Value.of(truth(left, sign, measures) | truth(right, sign, measures));
      case EQUAL -> Value.of(same(left.evaluate(measures), right.evaluate(measures)));
      case UNEQUAL -> Value.of(!same(left.evaluate(measures), right.evaluate(measures)));
      case CONTAINS -> Value.of(text(left, sign, measures).contains(text(right, sign, measures)));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          Value.of(operator.compares(number(left, sign, measures), number(right, sign, measures)));
      case PLUS, MINUS, TIMES, OVER ->
          Value.of(operator.reckons(number(left, sign, measures), number(right, sign, measures)));
      case NOT -> throw new IllegalStateException(sign);
    };
  }

  private static boolean same(Value left, Value right) {
    if (left.getClass() != right.getClass()) {
      throw new ConditionException(
          Phrase.of("lesson.condition.compared", "left", left.kind(), "right", right.kind()));
    }
    return left.equals(right);
  }

  private static double number(Expression expression, String sign, Measures measures) {
    Value value = expression.evaluate(measures);
    if (value instanceof Amount(double number)) {
      return number;
    }
    throw wants(sign, Phrase.of("lesson.kind.number"), value);
  }

  private static boolean truth(Expression expression, String sign, Measures measures) {
    Value value = expression.evaluate(measures);
    if (value instanceof Truth(boolean holds)) {
      return holds;
    }
    throw wants(sign, Phrase.of("lesson.kind.truth"), value);
  }

  private static String text(Expression expression, String sign, Measures measures) {
    Value value = expression.evaluate(measures);
    if (value instanceof Words(String text)) {
      return text;
    }
    throw wants(sign, Phrase.of("lesson.kind.text"), value);
  }

  private static ConditionException wants(String sign, Phrase wanted, Value found) {
    return new ConditionException(
        Phrase.of("lesson.condition.wants", "sign", sign, "wanted", wanted, "found", found.kind()));
  }
}
