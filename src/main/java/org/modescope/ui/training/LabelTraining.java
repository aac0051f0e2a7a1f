package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Column;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.Validation;

/// A training towards a column of the table or data set that the input comes from.
///
/// @param experiment with the training, and a net that gives as many answers as it needs
/// @param loss what is made small
/// @param fitted the index of the layer that was changed for that; empty for none
public record LabelTraining(Experiment experiment, Loss loss, Optional<Integer> fitted) {

  /// The training in hand where it goes by these labels already; otherwise it, or a first one, with
  /// the labels as its target and as many rows held out as before.
  ///
  /// @param next whose input is a table or data set that has the column
  public static LabelTraining of(Experiment next, LabelColumn label) {
    boolean isLogarithm = next.network().getLast().type() == LayerType.LOG_SOFTMAX;
    Column target = new Column(label.name());
    Loss loss =
        next.training()
            .filter(begun -> begun.target().equals(target))
            .map(Training::loss)
            .filter(label::allows)
            .orElseGet(
                () ->
                    label.loss(
                        next.training().map(Training::loss),
                        isLogarithm ? Loss.NLL : Loss.CROSS_ENTROPY));
    Training training =
        next.training()
            .map(begun -> toward(target, loss, begun, next.input()))
            .orElseGet(() -> FirstTraining.training(next.input(), loss, target));
    Experiment trained = next.withTraining(Optional.of(training));
    boolean isAsBefore = trained.training().equals(next.training());
    if (isAsBefore && loss.targets() == Training.Targets.NUMBERS) {
      return new LabelTraining(trained, loss, Optional.empty());
    }
    Optional<Integer> last = lastLinear(next.network());
    Optional<Experiment> answering =
        last.flatMap(index -> answering(trained, index, loss, label.classes().orElse(1)));
    return new LabelTraining(
        answering.orElse(trained), loss, answering.isPresent() ? last : Optional.empty());
  }

  private static Training toward(Column target, Loss loss, Training begun, InputSpec input) {
    boolean isBeside =
        begun.validation().map(each -> HeldOut.isBeside(each.input(), input)).orElse(true);
    if (begun.target().equals(target) && begun.loss() == loss && isBeside) {
      return begun;
    }
    int held = begun.validation().map(each -> each.input().shape().size(0)).orElse(0);
    return begun
        .withLoss(loss, target)
        .withValidation(HeldOut.of(input, held).map(rows -> new Validation(rows, target)));
  }

  private static Optional<Integer> lastLinear(List<LayerSpec> network) {
    for (int index = network.size() - 1; index >= 0; index--) {
      if (network.get(index).type() == LayerType.LINEAR) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /// The net with a last layer that gives as many answers as are needed; empty where it does
  /// already, or where that is not enough.
  private static Optional<Experiment> answering(Experiment now, int index, Loss loss, int classes) {
    int needed = loss.targets() == Training.Targets.CLASSES ? classes : 1;
    int answers = answers(now);
    boolean isEnough =
        loss.targets() == Training.Targets.CLASSES ? answers >= needed : answers == needed;
    if (isEnough || answers != now.network().get(index).integer("out_features")) {
      return Optional.empty();
    }
    Experiment other = now.withLayer(index, now.network().get(index).with("out_features", needed));
    return answers(other) == needed ? Optional.of(other) : Optional.empty();
  }

  /// How many answers the net gives for a row; 0 where that is no single line of numbers.
  private static int answers(Experiment experiment) {
    ShapeCheck shapes = ShapeCheck.of(experiment);
    if (shapes.misfit().isPresent() || shapes.outputs().isEmpty()) {
      return 0;
    }
    Shape output = shapes.outputs().getLast();
    return output.rank() == 2 ? output.size(1) : 0;
  }

  /// The experiment with other targets, where its training goes by a column: drawn ones where the
  /// input has that column, which was given up.
  public static Experiment without(Experiment next) {
    return next.training()
        .filter(training -> training.target() instanceof Column)
        .map(training -> next.withTraining(Optional.of(without(next, training))))
        .orElse(next);
  }

  private static Training without(Experiment next, Training training) {
    Training other =
        training.target() instanceof Column(String name) && has(next, name)
            ? LearningRows.drawn(next, training)
            : LearningRows.retargeted(next, training, training.loss());
    return other.withValidation(Optional.empty());
  }

  private static boolean has(Experiment next, String column) {
    return switch (next.input()) {
      case FromCsv csv -> csv.table().columns().containsKey(column);
      case FromDataSet _ -> column.equals(DataSet.LABEL);
      case Drawn _, Values _, FromSafetensors _ -> false;
    };
  }
}
