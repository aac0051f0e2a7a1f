package org.modescope.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Rows;
import org.modescope.nn.Mode;

/// SimpleNet and what becomes of it when a layer is added, taken away or put in another mode.
public final class SimpleNetPresets {
  private SimpleNetPresets() {}

  /// SimpleNet on a batch of 32 drawn rows.
  static Experiment simpleNet() {
    return new Experiment(
        "SimpleNet",
        "Linear, BatchNorm, Dropout, Linear: small enough to see everything.",
        42,
        simpleNet(10, 20, 1),
        new InputSpec.Drawn(Shape.of(32, 10), Distribution.NORMAL),
        Mode.TRAIN,
        GradMode.GRAD,
        10);
  }

  /// The same layers on real data: 32 handwritten digits.
  static Experiment digits() {
    return new Experiment(
        "SimpleNet on digits",
        "The first 32 handwritten digits, 8 × 8 pixels each, flattened to 64 features.",
        42,
        simpleNet(64, 20, 10),
        new InputSpec.FromDataSet(DataSet.DIGITS, Rows.first(32), true, Optional.empty(), false),
        Mode.TRAIN,
        GradMode.GRAD,
        10);
  }

  private static List<LayerSpec> simpleNet(int features, int hidden, int outputs) {
    return List.of(
        linear("fc1", features, hidden),
        LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", hidden)),
        LayerSpec.of(LayerType.DROPOUT, "dropout", Map.of("p", 0.5)),
        linear("fc2", hidden, outputs));
  }

  /// SimpleNet as it was published: with one row, which BatchNorm refuses in train mode.
  static Experiment asPublished() {
    return simpleNet()
        .named("SimpleNet as published", "One row: in train mode bn1 has nothing to normalise by.")
        .withInput(simpleNet().input().withBatchSize(1));
  }

  /// Dropout kept in train mode while everything else is in eval: the spread is an estimate of
  /// uncertainty.
  static Experiment monteCarloDropout() {
    List<LayerSpec> layers = new ArrayList<>(simpleNet().network());
    layers.set(2, layers.get(2).withMode(Optional.of(Mode.TRAIN)));
    return simpleNet()
        .named(
            "MC dropout",
            "Eval mode, but dropout stays in train: BatchNorm rests, masks are drawn.")
        .withNetwork(layers)
        .withMode(Mode.EVAL)
        .withGradMode(GradMode.NO_GRAD)
        .withPasses(100);
  }

  static Experiment batchNormOnly() {
    List<LayerSpec> layers = new ArrayList<>(simpleNet().network());
    layers.remove(2);
    return simpleNet()
        .named(
            "BatchNorm only", "No dropout: identical answers in train mode, while statistics move.")
        .withNetwork(layers);
  }

  static Experiment layerNormInstead() {
    List<LayerSpec> layers = new ArrayList<>(simpleNet().network());
    layers.set(1, LayerSpec.of(LayerType.LAYER_NORM, "ln1", Map.of("normalized_shape", 20)));
    return simpleNet()
        .named(
            "LayerNorm instead",
            "Normalises each row by itself: nothing runs, a batch of one works.")
        .withNetwork(layers);
  }

  /// Dropout before and after a BatchNorm (X. Li et al., "Understanding the disharmony between
  /// dropout and batch normalization by variance shift", 2019).
  static Experiment varianceShift() {
    List<LayerSpec> layers =
        List.of(
            linear("fc1", 10, 20),
            LayerSpec.of(LayerType.DROPOUT, "drop_before", Map.of("p", 0.5)),
            LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", 20)),
            LayerSpec.of(LayerType.DROPOUT, "drop_after", Map.of("p", 0.5)),
            linear("fc2", 20, 1));
    return simpleNet()
        .named(
            "Variance shift",
            "Dropout before BatchNorm inflates the variance that eval mode will then rely on.")
        .withNetwork(layers)
        .withPasses(100);
  }

  static Experiment deep() {
    List<LayerSpec> layers = new ArrayList<>();
    int width = 10;
    for (int i = 1; i <= 10; i++) {
      layers.add(linear("fc" + i, width, i == 10 ? 1 : 32));
      if (i < 10) {
        layers.add(LayerSpec.of(LayerType.RELU, "relu" + i, Map.of()));
      }
      width = 32;
    }
    layers.add(9, LayerSpec.of(LayerType.DROPOUT, "dropout", Map.of("p", 0.2)));
    return simpleNet()
        .named("Twenty layers", "Deep enough to see what a graph holds, layer upon layer.")
        .withNetwork(layers);
  }

  static Experiment batchOfTwo() {
    return simpleNet()
        .named(
            "Batch of two",
            "With two rows, BatchNorm makes every channel ±1, whatever the rows are.")
        .withNetwork(simpleNet().network().subList(0, 2))
        .withInput(simpleNet().input().withBatchSize(2))
        // With other seeds two values of a channel may lie so close that eps shows.
        .withSeed(14);
  }

  static LayerSpec linear(String name, int in, int out) {
    return LayerSpec.of(LayerType.LINEAR, name, Map.of("in_features", in, "out_features", out));
  }
}
