package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Training.Column;
import org.modescope.experiment.Training.Given;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.TargetSpec;

/// What a net can be trained towards on the rows that it has.
final class TargetChoice {
  private TargetChoice() {}

  /// Targets that a loss takes: a column of the table where one is fit for it, drawn ones
  /// otherwise.
  ///
  /// @param output the shape of what the net makes of these rows
  static TargetSpec of(Loss loss, InputSpec input, Shape output) {
    return column(loss, input, output).orElseGet(() -> drawn(loss, output));
  }

  /// A column of the table that an input comes from; empty where none fits the loss and the net.
  static Optional<TargetSpec> column(Loss loss, InputSpec input, Shape output) {
    return columns(input).stream()
        .<TargetSpec>map(Column::new)
        .filter(target -> fits(target, loss, input, output))
        .findFirst();
  }

  private static List<String> columns(InputSpec input) {
    return switch (input) {
      case FromDataSet _ -> List.of(DataSet.LABEL);
      case FromCsv csv ->
          csv.table().columns().keySet().stream()
              .filter(name -> !csv.columns().contains(name))
              .toList();
      case Drawn _, Values _, FromSafetensors _ -> List.of();
    };
  }

  private static boolean fits(TargetSpec target, Loss loss, InputSpec input, Shape output) {
    try {
      target.checkFits(input, loss);
    } catch (InvalidValueException _) {
      return false;
    }
    return switch (loss.targets()) {
      case CLASSES -> classes(input) <= output.size(1);
      case NUMBERS -> loss != Loss.BCE_WITH_LOGITS && output.rank() == 2 && output.size(1) == 1;
    };
  }

  /// How many classes the rows of a data set fall into; of a table of one's own the net is
  /// believed.
  private static int classes(InputSpec input) {
    return input instanceof FromDataSet chosen
        ? chosen.classes().isEmpty() ? chosen.dataSet().classes() : chosen.classes().size()
        : 1;
  }

  /// Classes are dealt out in turn: what is drawn from a distribution is none.
  static TargetSpec drawn(Loss loss, Shape output) {
    return switch (loss.targets()) {
      case NUMBERS ->
          new Given(
              new Drawn(
                  output,
                  loss == Loss.BCE_WITH_LOGITS ? Distribution.UNIFORM : Distribution.NORMAL));
      case CLASSES -> {
        float[] values = new float[output.size(0)];
        for (int row = 0; row < values.length; row++) {
          values[row] = row % Math.max(1, output.size(1));
        }
        yield new Given(new Values(Shape.of(values.length), values));
      }
    };
  }

  /// The same targets for another number of rows.
  ///
  /// @throws InvalidValueException if they cannot be had for so many
  static TargetSpec resized(TargetSpec target, int rows) {
    return switch (target) {
      case Given(InputSpec values) -> new Given(values.withBatchSize(rows));
      case Column column -> column;
    };
  }
}
