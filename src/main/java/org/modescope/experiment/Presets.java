package org.modescope.experiment;

import java.util.List;
import java.util.Map;
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
    return List.of(new Preset("simplenet", simpleNet()), new Preset("digits", digits()));
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
        new InputSpec.FromDataSet(DataSet.DIGITS, 0, 32),
        Mode.TRAIN,
        GradMode.GRAD,
        10);
  }

  private static List<LayerSpec> simpleNet(int features, int hidden, int outputs) {
    return List.of(
        LayerSpec.of(
            LayerType.LINEAR, "fc1", Map.of("in_features", features, "out_features", hidden)),
        LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", hidden)),
        LayerSpec.of(LayerType.DROPOUT, "dropout", Map.of("p", 0.5)),
        LayerSpec.of(
            LayerType.LINEAR, "fc2", Map.of("in_features", hidden, "out_features", outputs)));
  }
}
