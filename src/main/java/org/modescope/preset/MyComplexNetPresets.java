package org.modescope.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;

/// MyComplexNet: convolutions, two kinds of BatchNorm, and a view that cuts images apart.
final class MyComplexNetPresets {
  private MyComplexNetPresets() {}

  /// MyComplexNet as it was published: the view cuts one image into four rows.
  static Experiment asPublished() {
    return images(
        "MyComplexNet as published",
        "conv1 gives 24 × 24 pixels, not 12 × 12, so the view cuts one image into four rows.",
        1,
        List.of());
  }

  /// MyComplexNet with the pool that its author meant.
  static Experiment asMeant() {
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
    layers.add(SimpleNetPresets.linear("fc1", 1440, 50));
    layers.add(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn2", Map.of("num_features", 50)));
    layers.add(LayerSpec.of(LayerType.RELU, "relu2", Map.of()));
    layers.add(SimpleNetPresets.linear("fc2", 50, 10));
    return SimpleNetPresets.simpleNet()
        .named(name, note)
        .withNetwork(layers)
        .withInput(new InputSpec.Drawn(Shape.of(images, 1, 28, 28), Distribution.NORMAL));
  }
}
