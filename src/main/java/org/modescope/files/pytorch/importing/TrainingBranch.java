package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.SyntaxTree;

/// `if self.training:` in `forward`. Where nothing but dropouts stand below it, that is what
/// `F.dropout(x, training=self.training)` says; anything else makes another net of each mode.
final class TrainingBranch {
  private static final String TRAINING = "training";

  private TrainingBranch() {}

  /// The dropouts of a branch, each told of the mode; empty where it has anything else.
  static Optional<List<Statement>> drops(Statement.If branch) {
    List<Statement> drops = new ArrayList<>();
    for (Statement statement : branch.then()) {
      boolean isDrop =
          branch.otherwise().isEmpty()
              && statement instanceof Statement.Assign(var _, var _, Expression value)
              && value instanceof Expression.Call call
              && isDropout(call);
      if (!isDrop) {
        return Optional.empty();
      }
      drops.add(told((Statement.Assign) statement, branch.test()));
    }
    return Optional.of(drops);
  }

  private static boolean isDropout(Expression.Call call) {
    // With two arguments by place the second is p; a third would be the mode itself.
    return SyntaxTree.dotted(call.function())
            .filter(name -> name.startsWith("F.") || name.contains("functional."))
            .filter(name -> name.substring(name.lastIndexOf('.') + 1).contains("dropout"))
            .isPresent()
        && call.arguments().stream().filter(each -> each.name().isEmpty()).count() <= 2
        && call.arguments().stream().noneMatch(each -> each.name().equals(TRAINING));
  }

  private static Statement told(Statement.Assign assign, Expression test) {
    Expression.Call call = (Expression.Call) assign.value();
    List<Argument> arguments = new ArrayList<>(call.arguments());
    arguments.add(new Argument(TRAINING, "", test));
    return new Statement.Assign(
        assign.lines(),
        assign.targets(),
        new Expression.Call(call.line(), call.function(), arguments));
  }
}
