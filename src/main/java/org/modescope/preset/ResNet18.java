package org.modescope.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.StateLayout;

/// ResNet-18 for images `[N, 3, H, W]` (K. He et al., "Deep residual learning for image
/// recognition", 2015), with the names that torchvision gives its layers, so that its state_dict
/// loads as it is.
public final class ResNet18 {
  private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);
  private static final int FEATURES = 512;

  private ResNet18() {}

  /// Whether everything before the classifier is frozen.
  public enum Backbone {
    TRAINABLE,
    FROZEN
  }

  /// The net's layers.
  ///
  /// @param classes outputs of the last layer, `fc`; torchvision's own has 1000
  public static List<LayerSpec> layers(int classes, Backbone backbone) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(convolution("conv1", 3, WIDTHS.getFirst(), 7, 2));
    layers.add(batchNorm("bn1", WIDTHS.getFirst()));
    layers.add(LayerSpec.of(LayerType.RELU, "relu", Map.of()));
    layers.add(
        LayerSpec.of(
            LayerType.MAX_POOL_2D, "maxpool", Map.of("kernel_size", 3, "stride", 2, "padding", 1)));
    int width = WIDTHS.getFirst();
    for (int stage = 0; stage < WIDTHS.size(); stage++) {
      layers.add(stage("layer" + (stage + 1), width, WIDTHS.get(stage)));
      width = WIDTHS.get(stage);
    }
    layers.add(LayerSpec.of(LayerType.ADAPTIVE_AVG_POOL_2D, "avgpool", Map.of("output_size", 1)));
    layers.add(LayerSpec.of(LayerType.FLATTEN, "flatten", Map.of()));
    if (backbone == Backbone.FROZEN) {
      layers.replaceAll(layer -> layer.withRequiresGrad(false));
    }
    layers.add(
        LayerSpec.of(
            LayerType.LINEAR, "fc", Map.of("in_features", FEATURES, "out_features", classes)));
    return List.copyOf(layers);
  }

  /// How many classes a ResNet-18 of this form has; empty for any other net.
  public static Optional<Integer> classes(List<LayerSpec> network) {
    LayerSpec last = network.getLast();
    if (last.type() != LayerType.LINEAR) {
      return Optional.empty();
    }
    int classes = last.integer("out_features");
    return StateLayout.of(network).equals(StateLayout.of(layers(classes, Backbone.FROZEN)))
        ? Optional.of(classes)
        : Optional.empty();
  }

  private static LayerSpec stage(String name, int in, int out) {
    return LayerSpec.of(
        LayerType.SEQUENTIAL,
        name,
        Map.of("layers", List.of(block("0", in, out), block("1", out, out))));
  }

  /// Two convolutions around which the input passes; where the width changes, through a convolution
  /// of its own.
  static LayerSpec block(String name, int in, int out) {
    int stride = in == out ? 1 : 2;
    List<LayerSpec> body =
        List.of(
            convolution("conv1", in, out, 3, stride),
            batchNorm("bn1", out),
            LayerSpec.of(LayerType.RELU, "relu", Map.of()),
            convolution("conv2", out, out, 3, 1),
            batchNorm("bn2", out));
    List<LayerSpec> shortcut =
        in == out
            ? List.of()
            : List.of(
                LayerSpec.of(
                    LayerType.SEQUENTIAL,
                    "downsample",
                    Map.of(
                        "layers",
                        List.of(convolution("0", in, out, 1, stride), batchNorm("1", out)))));
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("body", body);
    arguments.put("shortcut", shortcut);
    arguments.put("activation", "ReLU");
    return LayerSpec.of(LayerType.RESIDUAL, name, arguments);
  }

  static LayerSpec convolution(String name, int in, int out, int kernel, int stride) {
    return LayerSpec.of(
        LayerType.CONV_2D,
        name,
        Map.of(
            "in_channels", in,
            "out_channels", out,
            "kernel_size", kernel,
            "stride", stride,
            "padding", kernel / 2,
            "bias", false));
  }

  static LayerSpec batchNorm(String name, int features) {
    return LayerSpec.of(LayerType.BATCH_NORM_2D, name, Map.of("num_features", features));
  }
}
