package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Set;
import org.modescope.experiment.LayerType;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.SyntaxProblem;
import org.modescope.files.pytorch.source.SyntaxTree;
import org.modescope.words.Phrase;

/// What stands around a net and says nothing that an experiment holds.
record Aside(Session session) {
  private static final Set<String> TRAINING =
      Set.of("backward", "step", "zero_grad", "Adam", "AdamW", "SGD", "RMSprop", "fit");

  private static final Set<String> DATA =
      Set.of("DataLoader", "TensorDataset", "Compose", "ToTensor", "Normalize", "random_split");

  private static final Set<String> WEIGHTS = Set.of("load_state_dict", "load", "save");

  private static final Set<String> FILLING =
      Set.of("add_module", "register_module", "append", "extend", "insert");

  private static final Set<String> DEVICES = Set.of("to", "cuda", "cpu", "device");

  /// Whether statements train a net, by themselves or through a function that they call.
  boolean isTraining(List<Statement> body, Frame frame) {
    return SyntaxTree.called(body).stream()
        .anyMatch(
            name ->
                name.equals("backward")
                    || frame
                        .scope()
                        .find(name)
                        .filter(UserFunction.class::isInstance)
                        .map(function -> ((UserFunction) function).definition().body())
                        .filter(inner -> SyntaxTree.called(inner).contains("backward"))
                        .isPresent());
  }

  /// Whether statements make layers, or put them where they are called from.
  boolean makesLayers(List<Statement> body, Frame frame) {
    return SyntaxTree.called(body).stream()
        .anyMatch(
            name ->
                FILLING.contains(name)
                    || LayerType.named(name).isPresent()
                    || frame
                        .scope()
                        .find(name)
                        .filter(UserClass.class::isInstance)
                        .filter(kind -> Classes.isModule((UserClass) kind))
                        .isPresent());
  }

  /// Says that a statement is passed over, unless something was taken from it or there is nothing
  /// to it.
  void passOver(Statement statement, Lines lines, Expression expression, Value value, Frame frame) {
    boolean isUnused =
        statement instanceof Statement.Assign
            ? value instanceof Value.Unknown || value instanceof Value.Known
            : !(expression instanceof Expression.Literal);
    boolean isFollowed =
        expression instanceof Expression.Call call
            && (FILLING.contains(SyntaxTree.callee(call)) || isOwn(call, frame));
    boolean isMethodOfList = value instanceof Value.Items || value instanceof Value.UserClass;
    if (frame.isScript() && isUnused && !isFollowed && !isMethodOfList && !session.isTold(lines)) {
      session.passOver(lines, reason(SyntaxTree.called(List.of(statement))));
    }
  }

  private static boolean isOwn(Expression.Call call, Frame frame) {
    return SyntaxTree.dotted(call.function())
        .flatMap(frame.scope()::find)
        .filter(UserFunction.class::isInstance)
        .isPresent();
  }

  private static Phrase reason(List<String> called) {
    String key =
        called.contains("print")
            ? "print"
            : called.stream().anyMatch(name -> TRAINING.contains(name) || name.endsWith("Loss"))
                ? "training"
                : called.stream().anyMatch(DATA::contains)
                    ? "data"
                    : called.stream().anyMatch(WEIGHTS::contains)
                        ? "weights"
                        : called.stream().anyMatch(DEVICES::contains) ? "device" : "other";
    return Phrase.of("import.over." + key);
  }

  void unreadable(Statement.Unreadable unreadable, Frame frame) {
    SyntaxProblem problem = unreadable.problem();
    if (frame.isScript() && problem.kind() == SyntaxProblem.Kind.PROSE) {
      session.passOver(unreadable.lines(), Phrase.of("import.over.prose"));
      return;
    }
    session.problem(
        problem.line(),
        switch (problem.kind()) {
          case UNEXPECTED, PROSE ->
              Phrase.of("import.problem.syntax", "found", shown(problem.found()));
          case OPEN_BRACKET -> Phrase.of("import.problem.open-bracket");
          case OPEN_TEXT -> Phrase.of("import.problem.open-text");
          case TOO_DEEP -> Phrase.of("import.problem.too-deep");
        },
        Phrase.of("import.understood.python"));
  }

  private static String shown(String found) {
    int longest = 40;
    return found.isEmpty()
        ? "…"
        : found.length() <= longest ? found : found.substring(0, longest) + "…";
  }
}
