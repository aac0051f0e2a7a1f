package org.modescope.ui.training;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;

/// A training for an experiment that has none, from what its input allows: rows with labels are
/// told apart by [Loss#CROSS_ENTROPY], any other rows go to drawn targets by [Loss#MSE].
///
/// @param experiment with the training; rows of a table are as many as can be learned from
/// @param training the same training
/// @param isLabelled whether there are labels
record FirstTraining(Experiment experiment, Training training, boolean isLabelled) {
  /// What is learned from, of a table.
  private static final double SHARE = 0.8;

  private static final int BATCH = 32;
  private static final int FEWEST_STEPS = 4;
  private static final int EPOCHS = 30;
  private static final Training.Adam ADAM = new Training.Adam(0.001, 0.9, 0.999, 1e-8, 0);

  /// Empty where the net does not take its input.
  static Optional<FirstTraining> of(Experiment experiment) {
    InputSpec all = toLearnFrom(experiment.input());
    ShapeCheck shapes = ShapeCheck.of(experiment.network(), all.shape());
    if (shapes.misfit().isPresent() || shapes.outputs().isEmpty() || all.shape().rank() == 0) {
      return Optional.empty();
    }
    Shape output = shapes.outputs().getLast();
    if (output.rank() < 2 || output.size(0) != all.shape().size(0)) {
      return Optional.empty();
    }
    Optional<TargetSpec> labels = TargetChoice.column(Loss.CROSS_ENTROPY, all, output);
    Loss loss = labels.isPresent() ? Loss.CROSS_ENTROPY : Loss.MSE;
    InputSpec input = labels.isPresent() ? all : experiment.input();
    TargetSpec target =
        labels.orElseGet(() -> TargetChoice.of(loss, input, output.with(0, input.shape().size(0))));
    Training training = training(input, loss, target);
    return Optional.of(
        new FirstTraining(
            experiment.withInput(input).withTraining(Optional.of(training)),
            training,
            labels.isPresent()));
  }

  /// Some epochs of small steps towards a target; as many rows are held out as are learned from, if
  /// there are.
  static Training training(InputSpec input, Loss loss, TargetSpec target) {
    int rows = input.shape().size(0);
    return new Training(
        ADAM,
        loss,
        target,
        Math.clamp(rows / FEWEST_STEPS, Math.min(2, rows), BATCH),
        EPOCHS,
        RowOrder.SHUFFLED,
        HeldOut.of(input, rows)
            .map(held -> new Validation(held, TargetChoice.resized(target, held.shape().size(0)))));
  }

  private static InputSpec toLearnFrom(InputSpec input) {
    boolean isTable = input instanceof FromDataSet || input instanceof FromCsv;
    int rows = (int) (SHARE * HeldOut.mostToLearnFrom(input));
    return isTable && rows > 0 ? input.withBatchSize(rows) : input;
  }
}
