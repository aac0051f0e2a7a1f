package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.Fraction;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Expression.Loop;

/// Finds what expressions are worth.
final class Evaluator {
  private final Session session;
  private final Attributes attributes;
  private final Indices indices;
  private final Calls calls;

  Evaluator(Session session, Interpreter interpreter) {
    this.session = session;
    this.calls = new Calls(session, interpreter, this);
    this.attributes = new Attributes(this);
    this.indices = new Indices();
  }

  Calls calls() {
    return calls;
  }

  Attributes attributes() {
    return attributes;
  }

  Value evaluate(Expression expression, Frame frame) {
    session.budget().step(expression.line());
    session.budget().enter();
    Value value = valueOf(expression, frame);
    session.budget().leave();
    if (value instanceof Items(List<Value> items, boolean _)) {
      session.budget().charge(items.size());
    }
    return value;
  }

  private Value valueOf(Expression expression, Frame frame) {
    return switch (expression) {
      case Expression.Name(int _, String name) ->
          frame.scope().find(name).or(() -> Libraries.named(name)).orElse(Value.UNKNOWN);
      case Expression.Literal(int _, @Nullable Object value) -> literal(value);
      case Expression.Sequence(int _, Expression.Kind kind, List<Expression> items) ->
          new Items(all(items, frame), kind == Expression.Kind.TUPLE);
      case Expression.Dictionary(int _, List<Expression.Pair> pairs) -> {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Expression.Pair pair : pairs) {
          Value key = evaluate(pair.key(), frame);
          Value value = evaluate(pair.value(), frame);
          if (Operators.isPlain(key)) {
            entries.put(key, value);
          }
        }
        yield new Dictionary(entries);
      }
      case Expression.Attribute(int _, Expression owner, String name) ->
          attributes.get(evaluate(owner, frame), name, frame);
      case Expression.Call call -> calls.call(call, frame);
      case Expression.Subscript(int line, Expression owner, Expression index) ->
          part(line, evaluate(owner, frame), index, frame);
      case Expression.Unary(int _, String operator, Expression operand) ->
          Operators.unary(operator, evaluate(operand, frame));
      case Expression.Binary binary -> binary(binary, frame);
      case Expression.Conditional(int _, var then, var test, var otherwise) ->
          Operators.truth(evaluate(test, frame))
              .map(is -> evaluate(is ? then : otherwise, frame))
              .orElse(Value.UNKNOWN);
      case Expression.Comprehension comprehension -> comprehension(comprehension, frame);
      case Expression.Starred(int _, Expression operand) -> evaluate(operand, frame);
      case Expression.Formatted(int _, List<Expression> parts) -> formatted(parts, frame);
      case Expression.Slice _, Expression.Opaque _ -> Value.UNKNOWN;
    };
  }

  private Value part(int line, Value owner, Expression index, Frame frame) {
    if (owner instanceof Flow flow) {
      calls.flows().refusePart(flow, line);
      return flow;
    }
    return index instanceof Expression.Slice slice
        ? indices.slice(
            owner,
            bound(slice.from(), frame),
            bound(slice.to(), frame),
            bound(slice.step(), frame).orElse(new Whole(1)))
        : indices.at(owner, evaluate(index, frame));
  }

  private Value formatted(List<Expression> parts, Frame frame) {
    Value text = new Words("");
    for (Expression part : parts) {
      Optional<String> shown = Operators.shown(evaluate(part, frame));
      text =
          shown.isPresent() ? Operators.binary("+", text, new Words(shown.get())) : Value.UNKNOWN;
    }
    return text;
  }

  private static Value literal(@Nullable Object value) {
    return switch (value) {
      case null -> Value.NOTHING;
      case Long number -> new Whole(number);
      case Double number -> new Fraction(number);
      case Boolean flag -> new Truth(flag);
      case String text -> new Words(text);
      default -> Value.UNKNOWN;
    };
  }

  /// Values of which one may stand for several, behind a star.
  private List<Value> all(List<Expression> items, Frame frame) {
    List<Value> values = new ArrayList<>();
    for (Expression item : items) {
      Value value = evaluate(item, frame);
      if (item instanceof Expression.Starred) {
        values.addAll(Iteration.of(value).orElse(List.of(Value.UNKNOWN)));
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private Optional<Value> bound(Optional<Expression> bound, Frame frame) {
    return bound.map(each -> evaluate(each, frame));
  }

  private Value binary(Expression.Binary binary, Frame frame) {
    Value left = evaluate(binary.left(), frame);
    String operator = binary.operator();
    if (operator.equals("and") || operator.equals("or")) {
      Optional<Boolean> is = Operators.truth(left);
      boolean isDecided = is.isPresent() && is.get() == operator.equals("or");
      return isDecided ? left : either(is, evaluate(binary.right(), frame));
    }
    return operate(binary.line(), operator, left, evaluate(binary.right(), frame));
  }

  private static Value either(Optional<Boolean> left, Value right) {
    return left.isPresent() ? right : Value.UNKNOWN;
  }

  /// An operator between two values, which may be tensors of a `forward`.
  Value operate(int line, String operator, Value left, Value right) {
    if (left instanceof Flow || right instanceof Flow) {
      return calls.flows().operate(line, operator, left, right);
    }
    return Operators.binary(operator, left, right);
  }

  private Value comprehension(Expression.Comprehension comprehension, Frame outer) {
    Frame frame = new Frame(new Scope(outer.scope()), outer.place(), outer.self());
    List<Value> elements = new ArrayList<>();
    boolean isKnown = addAll(comprehension, 0, frame, elements);
    return isKnown ? new Items(elements, false) : Value.UNKNOWN;
  }

  private boolean addAll(
      Expression.Comprehension comprehension, int depth, Frame frame, List<Value> elements) {
    if (depth == comprehension.loops().size()) {
      elements.add(evaluate(comprehension.element(), frame));
      return true;
    }
    Loop loop = comprehension.loops().get(depth);
    Value source = evaluate(loop.source(), frame);
    boolean isLong = source instanceof Value.Range range && range.count() > Session.MOST_ROUNDS;
    if (isLong && frame.isScript()) {
      session
          .passes()
          .repeat(
              ((Value.Range) source).count(),
              () -> addAll(comprehension, depth + 1, frame, elements));
      return false;
    }
    Optional<List<Value>> items = Iteration.of(source);
    if (items.isEmpty()) {
      return false;
    }
    for (Value item : items.get()) {
      session.assignment().assign(loop.target(), item, frame);
      boolean isLeftOut =
          loop.conditions().stream()
              .anyMatch(test -> !Operators.truth(evaluate(test, frame)).orElse(true));
      if (!isLeftOut && !addAll(comprehension, depth + 1, frame, elements)) {
        return false;
      }
    }
    return true;
  }

  /// The arguments of a call.
  Given given(List<Argument> arguments, Frame frame) {
    List<Value> places = new ArrayList<>();
    SequencedMap<String, Value> names = new LinkedHashMap<>();
    boolean isWhole = true;
    for (Argument argument : arguments) {
      Value value = evaluate(argument.value(), frame);
      if (!argument.name().isEmpty()) {
        names.put(argument.name(), value);
      } else if (argument.stars().isEmpty()) {
        places.add(value);
      } else if (argument.stars().equals("*") && Iteration.of(value).isPresent()) {
        places.addAll(Iteration.of(value).get());
      } else if (value instanceof Dictionary(Map<Value, Value> entries)) {
        entries.forEach(
            (key, each) -> {
              if (key instanceof Words(String name)) {
                names.put(name, each);
              }
            });
      } else {
        isWhole = false;
      }
    }
    return new Given(places, names, isWhole);
  }
}
