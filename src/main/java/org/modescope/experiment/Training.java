package org.modescope.experiment;

import java.util.Locale;
import java.util.Optional;

/// How a net is trained.
///
/// @param optimizer how parameters change by their gradients
/// @param loss what is made small
/// @param target what the outputs should be, row by row
/// @param batchSize rows per step; a last short batch is kept
/// @param epochs how often all rows are gone through
/// @param order in which order
/// @param validation rows that the net does not learn from
public record Training(
    OptimizerSpec optimizer,
    Loss loss,
    TargetSpec target,
    int batchSize,
    int epochs,
    RowOrder order,
    Optional<Validation> validation) {
  /// The most epochs that can be asked for.
  public static final int MAXIMUM_EPOCHS = 1_000_000;

  /// @throws InvalidValueException if batch size or epochs are out of range
  public Training {
    checkRange("batch_size", batchSize, Integer.MAX_VALUE);
    checkRange("epochs", epochs, MAXIMUM_EPOCHS);
  }

  private static void checkRange(String name, int found, int most) {
    if (found < 1 || found > most) {
      throw new InvalidValueException(
          name,
          Integer.toString(found),
          String.format(
              Locale.ROOT,
              "%s must be a whole number from 1 to %,d; found %,d",
              name,
              most,
              found));
    }
  }

  /// What is made small, by PyTorch's names.
  public enum Loss {
    MSE("MSELoss"),
    CROSS_ENTROPY("CrossEntropyLoss");

    private final String torchName;

    Loss(String torchName) {
      this.torchName = torchName;
    }

    /// PyTorch's class name.
    public String torchName() {
      return torchName;
    }
  }

  /// The order of rows within an epoch.
  public enum RowOrder {
    AS_GIVEN,
    /// Drawn anew for each epoch.
    SHUFFLED
  }

  /// What the outputs should be: numbers for [Loss#MSE], classes counted from 0 for
  /// [Loss#CROSS_ENTROPY].
  public sealed interface TargetSpec {
    /// Checks it against the rows that it is the target of, before anything is drawn or trained.
    ///
    /// @throws InvalidValueException if there are not as many targets as rows, there is no such
    ///   column, or classes are asked for and a target is none
    default void checkFits(InputSpec input, Loss loss) {
      LabelledRows.check(input, this, loss);
    }
  }

  /// What another input's form describes, row by row.
  public record Given(InputSpec values) implements TargetSpec {}

  /// A column of the data set or table that the input comes from.
  public record Column(String name) implements TargetSpec {}

  /// Rows that are only measured.
  public record Validation(InputSpec input, TargetSpec target) {}

  /// How parameters change, with PyTorch's arguments.
  public sealed interface OptimizerSpec {}

  /// `torch.optim.SGD`.
  public record Sgd(double lr, double momentum, double weightDecay, boolean nesterov)
      implements OptimizerSpec {}

  /// `torch.optim.Adam`.
  public record Adam(double lr, double beta1, double beta2, double eps, double weightDecay)
      implements OptimizerSpec {}

  /// `torch.optim.AdamW`.
  public record AdamW(double lr, double beta1, double beta2, double eps, double weightDecay)
      implements OptimizerSpec {}
}
