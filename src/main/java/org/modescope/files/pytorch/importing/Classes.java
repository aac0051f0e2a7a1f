package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.files.pytorch.importing.Value.Known;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.Statement.FunctionDefinition;
import org.modescope.files.pytorch.source.Statement.Parameter;
import org.modescope.files.pytorch.source.SyntaxTree;

/// What classes of the source are made of.
final class Classes {
  /// What a method knows the class by that it belongs to.
  static final String CLASS = "__class__";

  private static final int DEEPEST = 20;

  private Classes() {}

  /// Whether a class is derived from a module of PyTorch's.
  static boolean isModule(UserClass kind) {
    return isDerived(kind, "Module", 0) || isSequence(kind);
  }

  /// Whether a class is derived from `nn.Sequential`.
  static boolean isSequence(UserClass kind) {
    return isDerived(kind, "Sequential", 0);
  }

  private static boolean isDerived(UserClass kind, String suffix, int depth) {
    return depth < DEEPEST
        && kind.bases().stream()
            .anyMatch(
                base ->
                    switch (base) {
                      case Known(String name) -> name.endsWith(suffix);
                      case UserClass other -> isDerived(other, suffix, depth + 1);
                      default -> false;
                    });
  }

  /// A method of a class, or of one that it is derived from.
  static Optional<UserFunction> method(UserClass kind, String name, Optional<Composite> self) {
    return method(kind, name, self, 0);
  }

  private static Optional<UserFunction> method(
      UserClass kind, String name, Optional<Composite> self, int depth) {
    Optional<FunctionDefinition> own =
        kind.definition().body().stream()
            .filter(FunctionDefinition.class::isInstance)
            .map(FunctionDefinition.class::cast)
            .filter(function -> function.name().equals(name))
            .reduce((first, last) -> last);
    if (own.isPresent()) {
      Scope scope = new Scope(kind.scope());
      scope.put(CLASS, kind);
      return own.map(function -> new UserFunction(function, scope, self));
    }
    return depth >= DEEPEST
        ? Optional.empty()
        : kind.bases().stream()
            .filter(UserClass.class::isInstance)
            .map(UserClass.class::cast)
            .flatMap(base -> method(base, name, self, depth + 1).stream())
            .findFirst();
  }

  /// What a method is given before its arguments.
  enum Binding {
    INSTANCE,
    CLASS,
    NONE
  }

  static Binding binding(UserFunction function) {
    List<String> decorators =
        function.definition().decorators().stream()
            .flatMap(each -> SyntaxTree.dotted(each).stream())
            .toList();
    if (decorators.contains("staticmethod")) {
      return Binding.NONE;
    }
    return decorators.contains("classmethod") ? Binding.CLASS : Binding.INSTANCE;
  }

  /// The values that a class gives all its instances, in order.
  static SequencedMap<String, Expression> values(UserClass kind) {
    SequencedMap<String, Expression> values = new LinkedHashMap<>();
    kind.definition().body().stream()
        .filter(Statement.Assign.class::isInstance)
        .map(Statement.Assign.class::cast)
        .forEach(
            assign ->
                assign.targets().stream()
                    .filter(Expression.Name.class::isInstance)
                    .forEach(
                        target -> values.put(((Expression.Name) target).name(), assign.value())));
    return values;
  }

  /// A class that stands within another.
  static Optional<Statement.ClassDefinition> nested(UserClass kind, String name) {
    return kind.definition().body().stream()
        .filter(Statement.ClassDefinition.class::isInstance)
        .map(Statement.ClassDefinition.class::cast)
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /// Whether an instance cannot be made without saying something.
  static boolean needsArguments(UserClass kind) {
    return method(kind, "__init__", Optional.empty())
        .map(init -> init.definition().parameters())
        .filter(parameters -> !parameters.isEmpty())
        .map(parameters -> !needsNothing(parameters.subList(1, parameters.size())))
        .orElse(false);
  }

  /// Whether a function can be called without arguments.
  static boolean needsNothing(List<Parameter> parameters) {
    return parameters.stream()
        .allMatch(each -> each.defaultValue().isPresent() || !each.stars().isEmpty());
  }

  /// A value that a class gives all its instances: `expansion = 1`.
  static Optional<Expression> constant(UserClass kind, String name) {
    return Optional.ofNullable(values(kind).get(name));
  }
}
