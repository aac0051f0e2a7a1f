package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.ParameterOf;
import org.modescope.files.pytorch.importing.Value.Sweep;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Puts values where the source puts them.
final class Assignment {
  private final Session session;
  private final Evaluator evaluator;

  Assignment(Session session, Evaluator evaluator) {
    this.session = session;
    this.evaluator = evaluator;
  }

  void assign(Expression target, Value value, Frame frame) {
    switch (target) {
      case Expression.Name(int _, String name) -> {
        frame.scope().put(name, value);
        if (frame.isScript() && value instanceof Module module) {
          session.nets().assigned(module);
        }
      }
      case Expression.Attribute(int line, Expression owner, String name) ->
          put(evaluator.evaluate(owner, frame), name, value, line);
      case Expression.Subscript(int _, Expression owner, Expression index) ->
          putAt(evaluator.evaluate(owner, frame), evaluator.evaluate(index, frame), value);
      case Expression.Sequence(int _, Expression.Kind _, List<Expression> targets) ->
          unpack(targets, value, frame);
      case Expression.Starred(int _, Expression operand) -> assign(operand, Value.UNKNOWN, frame);
      default -> {
        // Nothing else takes a value that anybody here needs.
      }
    }
  }

  /// `a, b = value`: what is not known to be several goes to the first.
  private void unpack(List<Expression> targets, Value value, Frame frame) {
    boolean isKnown =
        value instanceof Items(List<Value> items, boolean _) && items.size() == targets.size();
    for (int i = 0; i < targets.size(); i++) {
      Value part =
          isKnown
              ? ((Items) value).items().get(i)
              : i == 0 && value instanceof Flow ? value : Value.UNKNOWN;
      assign(targets.get(i), part, frame);
    }
  }

  private void put(Value owner, String name, Value value, int line) {
    boolean isFreezing = name.equals("requires_grad") && value instanceof Truth;
    switch (owner) {
      case Sweep(Module module) when isFreezing -> {
        module.requireGrad(((Truth) value).is());
        session.switched(line, Phrase.of("import.taken.freezing"));
      }
      case ParameterOf(Leaf leaf, String parameter) when isFreezing -> {
        leaf.require(parameter, ((Truth) value).is());
        session.switched(line, Phrase.of("import.taken.freezing"));
      }
      case Leaf leaf when value instanceof ParameterOf && leaf.parameters().contains(name) ->
          session.problem(
              line,
              Phrase.of("import.problem.tied", "name", name),
              Phrase.of("import.understood.nets"));
      case Module module when name.equals("training") && value instanceof Truth(boolean is) -> {
        module.switchAlone(is ? Mode.TRAIN : Mode.EVAL);
        session.switched(line, Phrase.of("import.taken.mode-alone"));
      }
      case Composite module -> module.attributes().put(name, value);
      case Group group when value instanceof Module module -> {
        group.put(name, module);
        session.switched(line, Phrase.of("import.taken.replaced", "layer", name));
      }
      default -> {
        // What is no module is not followed.
      }
    }
  }

  private static void putAt(Value owner, Value index, Value value) {
    switch (owner) {
      case Value.Dictionary(var entries) when Operators.isPlain(index) -> entries.put(index, value);
      case Items(List<Value> items, boolean isTuple)
          when !isTuple
              && index instanceof Value.Whole(long place)
              && place >= 0
              && place < items.size() ->
          items.set((int) place, value);
      case Group group
          when index instanceof Value.Whole(long place) && value instanceof Module module -> {
        List<String> names = new ArrayList<>(group.members().keySet());
        long at = place < 0 ? names.size() + place : place;
        if (at >= 0 && at < names.size()) {
          group.put(names.get((int) at), module);
        }
      }
      case Group group when index instanceof Words(String name) && value instanceof Module module ->
          group.put(name, module);
      case Value.Method(Composite module, String name)
          when name.equals("_modules") && index instanceof Words(String member) ->
          module.attributes().put(member, value);
      default -> {
        // What cannot be known is not followed.
      }
    }
  }

  /// `target += value`; a list grows where it is.
  void augment(Statement.AugmentedAssign augmented, Frame frame) {
    Value before = evaluator.evaluate(augmented.target(), frame);
    Value value = evaluator.evaluate(augmented.value(), frame);
    Value after = evaluator.operate(augmented.lines().first(), augmented.operator(), before, value);
    assign(augmented.target(), after, frame);
  }
}
