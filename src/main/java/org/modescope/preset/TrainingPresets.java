package org.modescope.preset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Validation;
import org.modescope.nn.Mode;

/// Trainings, each for one of the questions that are asked of training most.
final class TrainingPresets {
  /// Digits to learn from; the others are for validation.
  private static final int LEARNED_DIGITS = 1437;

  /// Two digits that are easily taken for one another.
  private static final List<Integer> TWO = List.of(3, 8);

  /// How many of those a net is validated with: the last.
  private static final int HELD = 100;

  private static final double USUAL_MOMENTUM = 0.1;

  private static final int OUTLIER_ROW = 70;
  private static final float OUTLIER_FACTOR = 1000;

  private TrainingPresets() {}

  /// SimpleNet on all handwritten digits, by a whole loop.
  static Experiment digits() {
    return SimpleNetPresets.digits()
        .named(
            "Training: SimpleNet on digits",
            "1,437 digits to learn from, 360 for validation, measured in both modes.")
        .withInput(digits(Rows.first(LEARNED_DIGITS)))
        .withTraining(Optional.of(digitTraining(30)));
  }

  /// The same with two lines forgotten of which no loss tells.
  static Experiment forgotten() {
    return digits()
        .named(
            "Forgotten: .item() and no_grad",
            "total += loss keeps every graph of a validation that records them; no loss tells.")
        .withTraining(
            Optional.of(
                digitTraining(3)
                    .withForgotten(Set.of(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD))));
  }

  /// The same without `net.train()` after validation.
  static Experiment noTrain() {
    return digits()
        .named(
            "Forgotten: train() after validation",
            "From the second epoch on the net learns in eval mode.")
        .withTraining(
            Optional.of(digitTraining(10).withForgotten(Set.of(Forgotten.NO_TRAIN_AFTER))));
  }

  /// Few steps: running statistics have not come to the data yet.
  static Experiment fewUpdates() {
    return deep(
        "Worse in eval: few updates",
        "After 15 steps a fifth of the running statistics is still the 0 and 1 they began as.",
        USUAL_MOMENTUM,
        digitTraining(new Training.Sgd(0.2, 0, 0, false), 96, 3));
  }

  /// A momentum that is meant the other way round, or as small as that.
  static Experiment slowMomentum() {
    return deep(
        "Worse in eval: a small momentum",
        "momentum = 0.003 takes 0.3 % of each batch: 300 steps are not enough.",
        0.003,
        digitTraining(new Training.Sgd(0.05, 0, 0, false), 16, 10));
  }

  private static Experiment deep(String name, String note, double momentum, Training training) {
    return new Experiment(
            name,
            note,
            42,
            deepNet(momentum),
            digits(Rows.first(480)),
            Mode.TRAIN,
            GradMode.GRAD,
            10)
        .withTraining(Optional.of(training.withOrder(Training.RowOrder.AS_GIVEN)));
  }

  private static List<LayerSpec> deepNet(double momentum) {
    return List.of(
        SimpleNetPresets.linear("fc1", 64, 16),
        batchNorm("bn1", momentum),
        LayerSpec.of(LayerType.RELU, "relu1", Map.of()),
        SimpleNetPresets.linear("fc2", 16, 16),
        batchNorm("bn2", momentum),
        LayerSpec.of(LayerType.RELU, "relu2", Map.of()),
        SimpleNetPresets.linear("fc3", 16, 10));
  }

  private static LayerSpec batchNorm(String name, double momentum) {
    return LayerSpec.of(
        LayerType.BATCH_NORM_1D, name, Map.of("num_features", 16, "momentum", momentum));
  }

  /// One row far off: it is in the running variance from then on.
  static Experiment outlier() {
    InputSpec.FromDataSet rows = two(Rows.first(96));
    float[] values = InputValues.of(rows, Generator.seeded(0));
    int columns = values.length / rows.rows().count();
    for (int column = 0; column < columns; column++) {
      values[OUTLIER_ROW * columns + column] *= OUTLIER_FACTOR;
    }
    InputSpec labels = new InputSpec.Values(Shape.of(rows.rows().count()), labels(rows));
    return two(
        "Worse in eval: an outlier",
        "Row 70 is a thousand times too large: one slip among 96 digits.",
        new InputSpec.Values(rows.shape(), values),
        training(0.05, 32, 20).withLoss(Training.Loss.CROSS_ENTROPY, new Training.Given(labels)));
  }

  private static float[] labels(InputSpec.FromDataSet rows) {
    Table.Column column =
        Objects.requireNonNull(rows.table().columns().get(DataSet.LABEL), DataSet.LABEL);
    double[] all = ((Table.Numbers) column).values();
    float[] labels = new float[rows.rows().count()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = (float) all[rows.rows().first() + row];
    }
    return labels;
  }

  /// Batches of two: what BatchNorm normalises by is chance.
  static Experiment smallBatches() {
    return two(
        "Training by batches of two",
        "With two rows each channel is ±1 in train mode, whatever the digits are.",
        two(Rows.first(200)),
        training(0.05, 2, 5));
  }

  /// A last batch of one row, which BatchNorm refuses.
  static Experiment lastBatchOfOne() {
    return two(
        "A last batch of one",
        "65 digits in batches of 32: the third batch has one row, and bn1 refuses it.",
        two(Rows.first(65)),
        training(0.05, 32, 3));
  }

  /// A learning rate far too high.
  static Experiment diverging() {
    return two(
        "A training that diverges",
        "The learning rate is a thousand times too high.",
        two(Rows.first(200)),
        training(50, 32, 5));
  }

  private static Experiment two(String name, String note, InputSpec input, Training training) {
    return new Experiment(name, note, 42, smallNet(), input, Mode.TRAIN, GradMode.GRAD, 10)
        .withTraining(Optional.of(training));
  }

  private static List<LayerSpec> smallNet() {
    return List.of(
        SimpleNetPresets.linear("fc1", 64, 16),
        batchNorm("bn1", USUAL_MOMENTUM),
        LayerSpec.of(LayerType.RELU, "relu", Map.of()),
        SimpleNetPresets.linear("fc2", 16, 2));
  }

  private static InputSpec.FromDataSet two(Rows rows) {
    return new InputSpec.FromDataSet(DataSet.DIGITS, TWO, rows, true, Optional.empty(), false);
  }

  private static Training training(double rate, int batchSize, int epochs) {
    int rows = DataSet.DIGITS.rows(TWO);
    return new Training(
        new Training.Sgd(rate, 0, 0, false),
        Training.Loss.CROSS_ENTROPY,
        new Training.Column(DataSet.LABEL),
        batchSize,
        epochs,
        Training.RowOrder.AS_GIVEN,
        Optional.of(
            new Validation(two(new Rows(rows - HELD, rows)), new Training.Column(DataSet.LABEL))));
  }

  private static InputSpec.FromDataSet digits(Rows rows) {
    return new InputSpec.FromDataSet(DataSet.DIGITS, rows, true, Optional.empty(), false);
  }

  private static Training digitTraining(int epochs) {
    return digitTraining(new Training.Adam(0.001, 0.9, 0.999, 1e-8, 0), 32, epochs);
  }

  private static Training digitTraining(
      Training.OptimizerSpec optimizer, int batchSize, int epochs) {
    return new Training(
        optimizer,
        Training.Loss.CROSS_ENTROPY,
        new Training.Column(DataSet.LABEL),
        batchSize,
        epochs,
        Training.RowOrder.SHUFFLED,
        Optional.of(
            new Validation(
                digits(new Rows(LEARNED_DIGITS, DataSet.DIGITS.rows())),
                new Training.Column(DataSet.LABEL))));
  }
}
