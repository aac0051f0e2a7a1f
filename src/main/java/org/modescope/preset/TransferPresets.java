package org.modescope.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Rows;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.Training;
import org.modescope.nn.Linear;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.ResNet18.Backbone;

/// Nets that were trained on one task and are moved to another: all layers but the last are frozen.
final class TransferPresets {
  static final String PRETRAINING_NAME = "Pre-training: digits 0–4";
  static final String DIGITS_NAME = "Transfer: digits 0–4 to 5–9";
  static final String UNDONE_NAME = "Transfer: bn.eval() undone";

  private static final List<Integer> OLD = List.of(0, 1, 2, 3, 4);

  /// How many rows of five digits a net learns from; the others are for validation.
  private static final int TRAINING_ROWS = 640;

  private static final int STEM = 12;
  private static final int WIDTH = 16;

  /// The side of what is left of an image before the classifier: a single mean per channel would
  /// forget where strokes are, and five other digits could hardly be told apart by it.
  private static final int POOLED = 2;

  private static final int FEATURES = WIDTH * POOLED * POOLED;
  private static final int CLASSES = 5;
  private static final int EPOCHS = 4;

  /// Seeds with which four epochs are enough to show what a transfer is worth.
  private static final long PRETRAINING_SEED = 11;

  private static final long TRANSFER_SEED = 2;

  private TransferPresets() {}

  /// ResNet-18 with a classifier of two classes on one image.
  static Experiment resNet18() {
    return new Experiment(
        "Transfer: ResNet-18",
        "The backbone is frozen, and yet in train mode its 20 BatchNorm layers move on every pass.",
        42,
        ResNet18.layers(2, Backbone.FROZEN),
        new InputSpec.Drawn(Shape.of(1, 3, 224, 224), Distribution.NORMAL),
        Mode.TRAIN,
        GradMode.GRAD,
        3);
  }

  /// The training that a small residual net is moved from: digits 0 to 4.
  static Experiment pretraining() {
    List<Integer> digits = OLD;
    return new Experiment(
            PRETRAINING_NAME,
            "Its trained state is what the transfer to digits 5–9 starts from.",
            PRETRAINING_SEED,
            residualNet(),
            training(digits),
            Mode.TRAIN,
            GradMode.GRAD,
            10)
        .withTraining(Optional.of(learning(digits)));
  }

  /// The small residual net on digits 5 to 9: its backbone as trained on digits 0 to 4 and frozen,
  /// its classifier drawn from the seed.
  ///
  /// @param pretrained the state that [#pretraining] ends with
  static Experiment digits(StateDict pretrained) {
    List<Integer> digits = List.of(5, 6, 7, 8, 9);
    List<LayerSpec> layers = new ArrayList<>(residualNet());
    LayerSpec classifier = layers.removeLast();
    layers.replaceAll(layer -> layer.withRequiresGrad(false));
    layers.add(classifier);
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>(pretrained.entries());
    Generator generator = Generator.seeded(TRANSFER_SEED);
    generator.skip(StateLayout.numbersDrawn(layers.subList(0, layers.size() - 1)));
    entries.putAll(Linear.fresh(classifier.name(), FEATURES, CLASSES, generator).entries());
    return new Experiment(
            DIGITS_NAME,
            "A backbone trained on digits 0–4, frozen, with a new classifier for digits 5–9.",
            TRANSFER_SEED,
            layers,
            training(digits),
            Mode.TRAIN,
            GradMode.GRAD,
            10)
        .withParameters(
            Optional.of(new Parameters("transfer-digits.safetensors", new StateDict(entries))))
        .withTraining(Optional.of(learning(digits).withOldTask(Optional.of(oldTask(pretrained)))));
  }

  /// The same with the backbone in eval mode, which the `net.train()` after each validation undoes.
  ///
  /// @param pretrained the state that [#pretraining] ends with
  static Experiment undone(StateDict pretrained) {
    Experiment rested = FrozenLayers.in(Mode.EVAL, digits(pretrained));
    return rested
        .named(
            UNDONE_NAME,
            "The backbone was put into eval mode once; net.train() after validation undoes it.")
        .withTraining(
            rested
                .training()
                .map(training -> training.withForgotten(Set.of(Forgotten.TRAIN_UNDOES_EVAL))));
  }

  private static Training.OldTask oldTask(StateDict pretrained) {
    return new Training.OldTask(
        rows(OLD, new Rows(TRAINING_ROWS, DataSet.DIGITS.rows(OLD))),
        new Training.Column(DataSet.LABEL),
        new Parameters("digits-0-4.safetensors", pretrained));
  }

  private static InputSpec training(List<Integer> digits) {
    return rows(digits, Rows.first(TRAINING_ROWS));
  }

  private static Training learning(List<Integer> digits) {
    Rows others = new Rows(TRAINING_ROWS, DataSet.DIGITS.rows(digits));
    return new Training(
        new Training.Adam(0.01, 0.9, 0.999, 1e-8, 0),
        Training.Loss.CROSS_ENTROPY,
        new Training.Column(DataSet.LABEL),
        32,
        EPOCHS,
        Training.RowOrder.SHUFFLED,
        Optional.of(
            new Training.Validation(rows(digits, others), new Training.Column(DataSet.LABEL))));
  }

  private static InputSpec rows(List<Integer> digits, Rows rows) {
    return new InputSpec.FromDataSet(DataSet.DIGITS, digits, rows, false, Optional.empty(), false);
  }

  private static List<LayerSpec> residualNet() {
    return List.of(
        ResNet18.convolution("conv1", 1, STEM, 3, 1),
        ResNet18.batchNorm("bn1", STEM),
        LayerSpec.of(LayerType.RELU, "relu", Map.of()),
        ResNet18.block("layer1", STEM, STEM),
        ResNet18.block("layer2", STEM, WIDTH),
        LayerSpec.of(LayerType.ADAPTIVE_AVG_POOL_2D, "avgpool", Map.of("output_size", POOLED)),
        LayerSpec.of(LayerType.FLATTEN, "flatten", Map.of()),
        LayerSpec.of(
            LayerType.LINEAR, "fc", Map.of("in_features", FEATURES, "out_features", CLASSES)));
  }
}
