package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.files.pytorch.importing.Value.GradContext;
import org.modescope.files.pytorch.importing.Value.Known;
import org.modescope.files.pytorch.importing.Value.Range;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.Statement.Imported;
import org.modescope.words.Phrase;

/// Follows statements as far as what they do can be known.
final class Interpreter {
  private final Session session;
  private final Evaluator evaluator;
  private final Assignment assignment;
  private final Aside aside;

  Interpreter(Session session) {
    this.session = session;
    this.evaluator = new Evaluator(session, this);
    this.assignment = new Assignment(session, evaluator);
    session.setAssignment(assignment);
    this.aside = new Aside(session);
  }

  /// How a statement ends.
  enum Ending {
    NEXT,
    BREAK,
    CONTINUE,
    RETURN
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Ending follow(List<Statement> statements, Frame frame) {
    for (Statement statement : statements) {
      session.budget().step(statement.lines().first());
      Ending ending = follow(statement, frame);
      if (ending != Ending.NEXT) {
        return ending;
      }
    }
    return Ending.NEXT;
  }

  private Ending follow(Statement statement, Frame frame) {
    return switch (statement) {
      case Statement.Assign(var lines, List<Expression> targets, Expression source) -> {
        Value value = evaluator.evaluate(source, frame);
        targets.forEach(target -> assignment.assign(target, value, frame));
        aside.passOver(statement, lines, source, value, frame);
        yield Ending.NEXT;
      }
      case Statement.AugmentedAssign augmented -> {
        assignment.augment(augmented, frame);
        yield Ending.NEXT;
      }
      case Statement.Evaluate(var lines, Expression expression) -> {
        Value value = evaluator.evaluate(expression, frame);
        aside.passOver(statement, lines, expression, value, frame);
        yield Ending.NEXT;
      }
      case Statement.Return(var _, Optional<Expression> value) -> {
        frame.giveBack(value.map(each -> evaluator.evaluate(each, frame)).orElse(Value.NOTHING));
        yield Ending.RETURN;
      }
      case Statement.Import(var _, List<Imported> names) -> {
        names.forEach(name -> importName(name, frame.scope()));
        yield Ending.NEXT;
      }
      case Statement.ClassDefinition definition -> {
        define(definition, frame);
        yield Ending.NEXT;
      }
      case Statement.FunctionDefinition definition -> {
        UserFunction function = new UserFunction(definition, frame.scope(), Optional.empty());
        frame.scope().put(definition.name(), function);
        if (frame.isScript()) {
          session.nets().defined(function);
        }
        yield Ending.NEXT;
      }
      case Statement.If branch -> choose(branch, frame);
      case Statement.For loop -> loop(loop, frame);
      case Statement.While loop -> {
        leaveOut(loop, loop.body(), frame);
        yield Ending.NEXT;
      }
      case Statement.With with -> within(with, frame);
      case Statement.Try(var _, List<Statement> body, List<Statement> _) -> follow(body, frame);
      case Statement.Keyword(var _, String word) ->
          switch (word) {
            case "break" -> Ending.BREAK;
            case "continue" -> Ending.CONTINUE;
            default -> Ending.NEXT;
          };
      case Statement.Unreadable unreadable -> {
        aside.unreadable(unreadable, frame);
        yield Ending.NEXT;
      }
    };
  }

  private static void importName(Imported name, Scope scope) {
    if (name.alias().equals("*")) {
      Libraries.namesIn(name.name()).forEach(each -> scope.put(each.shortName(), each));
    } else {
      scope.put(name.alias(), new Known(name.name()));
    }
  }

  private void define(Statement.ClassDefinition definition, Frame frame) {
    List<Value> bases =
        definition.bases().stream()
            .map(Argument::value)
            .map(base -> evaluator.evaluate(base, frame))
            .toList();
    UserClass kind = new UserClass(definition, frame.scope(), bases);
    frame.scope().put(definition.name(), kind);
    if (Classes.isModule(kind)) {
      session.nets().defined(kind);
    }
  }

  private Ending choose(Statement.If branch, Frame frame) {
    Value test = evaluator.evaluate(branch.test(), frame);
    Optional<Boolean> known = Operators.truth(test);
    if (known.isPresent()) {
      return follow(known.get() ? branch.then() : branch.otherwise(), frame);
    }
    Optional<List<Statement>> drops =
        test instanceof Value.TrainingFlag && frame.isForward()
            ? TrainingBranch.drops(branch)
            : Optional.empty();
    if (drops.isPresent()) {
      return follow(drops.get(), frame);
    }
    leaveOut(branch, branch.then(), frame);
    return Ending.NEXT;
  }

  private Ending loop(Statement.For loop, Frame frame) {
    if (frame.isScript() && aside.isTraining(loop.body(), frame)) {
      session.passOver(loop.lines(), Phrase.of("import.over.training"));
      return Ending.NEXT;
    }
    Value source = evaluator.evaluate(loop.source(), frame);
    if (source instanceof Range range && range.count() > Session.MOST_ROUNDS && frame.isScript()) {
      assignment.assign(loop.target(), Value.UNKNOWN, frame);
      session.passes().repeat(range.count(), () -> follow(loop.body(), frame));
      return Ending.NEXT;
    }
    Optional<List<Value>> items = Iteration.of(source);
    if (items.isEmpty()) {
      leaveOut(loop, loop.body(), frame);
      return Ending.NEXT;
    }
    for (Value item : items.get()) {
      assignment.assign(loop.target(), item, frame);
      Ending ending = follow(loop.body(), frame);
      if (ending == Ending.RETURN) {
        return ending;
      }
      if (ending == Ending.BREAK) {
        break;
      }
    }
    return Ending.NEXT;
  }

  /// A block of which it is not known whether and how often it is carried out.
  private void leaveOut(Statement statement, List<Statement> body, Frame frame) {
    if (frame.self() != null && !frame.isForward() && aside.makesLayers(body, frame)) {
      session.problem(
          statement.lines().first(),
          Phrase.of("import.problem.layers-unknown"),
          Phrase.of("import.understood.nets"));
    } else if (frame.isForward()) {
      session.problem(
          statement.lines().first(),
          Phrase.of("import.problem.branch"),
          Phrase.of("import.understood.forward"));
    } else {
      session.passOver(
          statement.lines(),
          Phrase.of(
              aside.isTraining(body, frame) ? "import.over.training" : "import.over.unknown"));
    }
  }

  private Ending within(Statement.With with, Frame frame) {
    GradMode before = session.passes().gradMode();
    for (Expression context : with.contexts()) {
      if (evaluator.evaluate(context, frame) instanceof GradContext(GradMode mode)) {
        session.passes().setGradMode(mode, with.lines().first());
      }
    }
    Ending ending = follow(with.body(), frame);
    session.passes().setGradMode(before, 0);
    return ending;
  }
}
