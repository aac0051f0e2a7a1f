package org.modescope.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Rows;
import org.modescope.experiment.StateEdits;
import org.modescope.experiment.Training;
import org.modescope.nn.Mode;
import org.modescope.nn.Pair;
import org.modescope.nn.StateDict;
import org.modescope.preset.ResNet18.Backbone;

/// ResNet-18 moved from digits 0 to 4 to digits 5 to 9, on images that are small enough for a step
/// to take a fraction of a second.
///
/// Its convolutions are drawn from the seed and frozen from the start: a trained ResNet-18 is a
/// file of 45 MB. What was trained on digits 0 to 4 is a classifier of what they make of them, and
/// with it went the running statistics of all 20 BatchNorm layers. So the state that ships is
/// small.
final class ResNetTransfer {
  static final String NAME = "Transfer: ResNet-18 on digits";

  private static final long SEED = 42;
  private static final List<Integer> OLD = List.of(0, 1, 2, 3, 4);
  private static final List<Integer> NEW = List.of(5, 6, 7, 8, 9);
  private static final Pair SIZE = new Pair(32, 32);
  private static final int OLD_ROWS = 160;
  private static final int OLD_EPOCHS = 6;
  private static final int NEW_ROWS = 96;
  private static final int NEW_EPOCHS = 4;
  private static final int BATCH = 16;
  private static final int HELD_FROM = 640;
  private static final int HELD_ROWS = 64;
  private static final String CLASSIFIER = "fc.";

  private ResNetTransfer() {}

  /// The training that it is moved from.
  static Experiment pretraining() {
    return experiment("Pre-training: ResNet-18 on digits 0–4", OLD, OLD_ROWS, OLD_EPOCHS);
  }

  /// The transfer itself.
  ///
  /// @param pretrained what of the state [#pretraining] has moved: running statistics and
  ///   classifier
  static Experiment digits(StateDict pretrained) {
    SequencedMap<String, StateDict.Entry> statistics = new LinkedHashMap<>(pretrained.entries());
    statistics.keySet().removeIf(key -> key.startsWith(CLASSIFIER));
    Training.OldTask oldTask =
        new Training.OldTask(
            rows(OLD, held()),
            new Training.Column(DataSet.LABEL),
            parameters("resnet18-digits-0-4.safetensors", pretrained));
    Experiment experiment = experiment(NAME, NEW, NEW_ROWS, NEW_EPOCHS);
    return experiment
        .withParameters(
            Optional.of(
                parameters("transfer-resnet18-digits.safetensors", new StateDict(statistics))))
        .withTraining(experiment.training().map(each -> each.withOldTask(Optional.of(oldTask))));
  }

  private static Parameters parameters(String file, StateDict state) {
    return new Parameters(file, Loading.WHAT_FITS, state, StateEdits.NONE);
  }

  private static Experiment experiment(String name, List<Integer> digits, int rows, int epochs) {
    return new Experiment(
            name,
            "A frozen backbone of 20 BatchNorm layers with a new classifier for digits 5–9.",
            SEED,
            layers(),
            rows(digits, Rows.first(rows)),
            Mode.TRAIN,
            GradMode.GRAD,
            3)
        .withTraining(
            Optional.of(
                new Training(
                    new Training.Adam(0.01, 0.9, 0.999, 1e-8, 0),
                    Training.Loss.CROSS_ENTROPY,
                    new Training.Column(DataSet.LABEL),
                    BATCH,
                    epochs,
                    Training.RowOrder.SHUFFLED,
                    Optional.of(
                        new Training.Validation(
                            rows(digits, held()), new Training.Column(DataSet.LABEL))))));
  }

  /// The same grey picture in all three channels, as `x.repeat(1, 3, 1, 1)` gives it.
  private static List<LayerSpec> layers() {
    LayerSpec grey = LayerSpec.of(LayerType.IDENTITY, "0", Map.of()).withRequiresGrad(false);
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(LayerSpec.concat("rgb", List.of(List.of(grey), List.of(grey), List.of(grey)), 1));
    layers.addAll(ResNet18.layers(OLD.size(), Backbone.FROZEN));
    return List.copyOf(layers);
  }

  private static Rows held() {
    return new Rows(HELD_FROM, HELD_FROM + HELD_ROWS);
  }

  private static InputSpec rows(List<Integer> digits, Rows rows) {
    return new InputSpec.FromDataSet(DataSet.DIGITS, digits, rows, false, Optional.of(SIZE), false);
  }
}
