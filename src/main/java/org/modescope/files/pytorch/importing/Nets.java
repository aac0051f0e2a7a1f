package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.SyntaxTree;

/// The nets that a source makes, of which one is meant.
final class Nets {
  private static final int MOST_MAKERS = 100;

  /// What people call a function that makes a net and gives it something.
  private static final Set<String> TRIALS = Set.of("test", "main", "demo");

  private @Nullable Module assigned;
  private @Nullable UserClass defined;
  private @Nullable UserFunction trial;
  private final List<UserFunction> makers = new ArrayList<>();

  /// Notes that a variable holds a module.
  void assigned(Module module) {
    if (assigned == null || rank(module) >= rank(assigned)) {
      assigned = module;
    }
  }

  /// Notes a class of modules.
  void defined(UserClass kind) {
    defined = kind;
  }

  /// Notes a function, which may make a net.
  void defined(UserFunction function) {
    if (makers.size() < MOST_MAKERS && isMaker(function)) {
      makers.add(function);
    }
    if (TRIALS.contains(function.definition().name())
        && Classes.needsNothing(function.definition().parameters())) {
      trial = function;
    }
  }

  /// The last function that tries a net out and that nothing calls, such as `test()`.
  Optional<UserFunction> trial() {
    return Optional.ofNullable(trial);
  }

  /// The functions that make a net and need no arguments, in order.
  List<UserFunction> makers() {
    return List.copyOf(makers);
  }

  private static boolean isMaker(UserFunction function) {
    List<Statement> body = function.definition().body();
    return Classes.needsNothing(function.definition().parameters())
        && !body.isEmpty()
        && body.getLast() instanceof Statement.Return(Lines _, Optional<Expression> value)
        && value
            .filter(Expression.Call.class::isInstance)
            .flatMap(call -> SyntaxTree.dotted(((Expression.Call) call).function()))
            .flatMap(function.scope()::find)
            .filter(UserClass.class::isInstance)
            .filter(kind -> Classes.isModule((UserClass) kind))
            .isPresent();
  }

  /// The net that the source holds in a variable; the last one, if there are several.
  Optional<Module> assigned() {
    return Optional.ofNullable(assigned);
  }

  /// The last class of modules.
  Optional<UserClass> lastClass() {
    return Optional.ofNullable(defined);
  }

  /// A class is more of a net than a chain, and a chain more than a layer.
  private static int rank(Module module) {
    return switch (module) {
      case Composite _ -> 3;
      case Group group -> group.kind() == Group.Kind.SEQUENCE ? 2 : 0;
      case Forked _ -> 2;
      case Leaf _ -> 1;
      case Missing _ -> 0;
    };
  }
}
