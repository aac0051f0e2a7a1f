package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.nn.Mode;

/// The experiments that ship with the program, in the order in which they are offered.
public final class Presets {
  private Presets() {}

  /// A preset and the name that opens it.
  public record Preset(String key, Experiment experiment) {}

  /// All of them; the first is what a new window opens with.
  public static List<Preset> all() {
    return List.of(
        new Preset("simplenet", simpleNet()),
        new Preset("digits", digits()),
        new Preset("simplenet-listing", simpleNetListing()),
        new Preset("mycomplexnet-listing", myComplexNetListing()),
        new Preset("mycomplexnet", myComplexNet()),
        new Preset("mc-dropout", monteCarloDropout()),
        new Preset("batchnorm-only", batchNormOnly()),
        new Preset("layernorm-instead", layerNormInstead()),
        new Preset("variance-shift", varianceShift()),
        new Preset("deep-20", deep()),
        new Preset("batch-of-two", batchOfTwo()));
  }

  /// SimpleNet on a batch of 32 drawn rows.
  public static Experiment simpleNet() {
    return new Experiment(
        "SimpleNet",
        "Linear, BatchNorm, Dropout, Linear: small enough to see everything.",
        42,
        simpleNet(10, 20, 1),
        new InputSpec.Drawn(Shape.of(32, 10), Distribution.NORMAL, 1),
        Mode.TRAIN,
        GradMode.GRAD,
        10);
  }

  /// The same layers on real data: 32 handwritten digits.
  public static Experiment digits() {
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
  private static Experiment simpleNetListing() {
    return simpleNet()
        .named("SimpleNet as published", "One row: in train mode bn1 has nothing to normalise by.")
        .withInput(simpleNet().input().withBatchSize(1));
  }

  /// MyComplexNet as it was published: the view cuts one image into four rows.
  private static Experiment myComplexNetListing() {
    return images(
        "MyComplexNet as published",
        "conv1 gives 24 × 24 pixels, not 12 × 12, so the view cuts one image into four rows.",
        1,
        List.of());
  }

  /// MyComplexNet with the pool that its author meant.
  private static Experiment myComplexNet() {
    return images(
        "MyComplexNet",
        "With the pool that its author meant: one image stays one row.",
        8,
        List.of(LayerSpec.of(LayerType.MAX_POOL_2D, "pool", Map.of("kernel_size", 2))));
  }

  private static Experiment images(
      String name, String note, int images, List<LayerSpec> beforeTheView) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(
        LayerSpec.of(
            LayerType.CONV_2D,
            "conv1",
            Map.of("in_channels", 1, "out_channels", 10, "kernel_size", 5)));
    layers.add(LayerSpec.of(LayerType.BATCH_NORM_2D, "bn1", Map.of("num_features", 10)));
    layers.add(LayerSpec.of(LayerType.RELU, "relu1", Map.of()));
    layers.add(LayerSpec.of(LayerType.DROPOUT_2D, "dropout", Map.of("p", 0.25)));
    layers.addAll(beforeTheView);
    layers.add(LayerSpec.of(LayerType.VIEW, "view", Map.of("shape", List.of(-1, 1440))));
    layers.add(linear("fc1", 1440, 50));
    layers.add(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn2", Map.of("num_features", 50)));
    layers.add(LayerSpec.of(LayerType.RELU, "relu2", Map.of()));
    layers.add(linear("fc2", 50, 10));
    return simpleNet()
        .named(name, note)
        .withNetwork(layers)
        .withInput(new InputSpec.Drawn(Shape.of(images, 1, 28, 28), Distribution.NORMAL, 1));
  }

  /// Dropout kept in train mode while everything else is in eval: the spread is an estimate of
  /// uncertainty.
  private static Experiment monteCarloDropout() {
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

  private static Experiment batchNormOnly() {
    List<LayerSpec> layers = new ArrayList<>(simpleNet().network());
    layers.remove(2);
    return simpleNet()
        .named(
            "BatchNorm only", "No dropout: identical answers in train mode, while statistics move.")
        .withNetwork(layers);
  }

  private static Experiment layerNormInstead() {
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
  private static Experiment varianceShift() {
    List<LayerSpec> layers =
        List.of(
            linear("fc1", 10, 20),
            LayerSpec.of(LayerType.DROPOUT, "before", Map.of("p", 0.5)),
            LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", 20)),
            LayerSpec.of(LayerType.DROPOUT, "after", Map.of("p", 0.5)),
            linear("fc2", 20, 1));
    return simpleNet()
        .named(
            "Variance shift",
            "Dropout before BatchNorm inflates the variance that eval mode will then rely on.")
        .withNetwork(layers)
        .withPasses(100);
  }

  private static Experiment deep() {
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

  private static Experiment batchOfTwo() {
    return simpleNet()
        .named(
            "Batch of two",
            "With two rows, BatchNorm makes every channel ±1, whatever the rows are.")
        .withNetwork(simpleNet().network().subList(0, 2))
        .withInput(simpleNet().input().withBatchSize(2));
  }

  private static LayerSpec linear(String name, int in, int out) {
    return LayerSpec.of(LayerType.LINEAR, name, Map.of("in_features", in, "out_features", out));
  }
}
