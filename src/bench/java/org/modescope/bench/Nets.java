package org.modescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// What is measured: nets and their inputs, the same as in `src/bench/python/compare.py`.
final class Nets {
  private static final int[] RESNET_WIDTHS = {64, 64, 128, 256, 512};

  private Nets() {}

  /// SimpleNet on a batch of 32 rows, in train mode with grad.
  static Experiment simpleNet() {
    return Presets.simpleNet();
  }

  /// The same on a batch of that size; in eval mode for one row, on which BatchNorm refuses to
  /// train.
  static Experiment simpleNet(int batchSize) {
    return simpleNet()
        .withInput(drawn(batchSize, 10))
        .withMode(batchSize == 1 ? Mode.EVAL : Mode.TRAIN);
  }

  /// SimpleNet with rows and a hidden layer of that width.
  static Experiment wide(int width) {
    return experiment(
        List.of(
            linear("fc1", width, width),
            LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", width)),
            LayerSpec.of(LayerType.DROPOUT, "dropout", Map.of("p", 0.5)),
            linear("fc2", width, 1)),
        drawn(32, width));
  }

  /// So many layers of 20 features, a linear map and a ReLU by turns.
  static Experiment deep(int depth) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      layers.add(
          i % 2 == 0
              ? linear("fc" + i, 20, 20)
              : LayerSpec.of(LayerType.RELU, "relu" + i, Map.of()));
    }
    return experiment(layers, drawn(32, 20));
  }

  /// A small convolutional net with a pool on eight images of 28 × 28.
  static Experiment myComplexNet() {
    return experiment(
        List.of(
            convolution("conv", 1, 10, 5, 1, 0, true),
            batchNorm("bn2d", 10),
            LayerSpec.of(LayerType.RELU, "relu1", Map.of()),
            LayerSpec.of(LayerType.DROPOUT_2D, "dropout", Map.of("p", 0.25)),
            LayerSpec.of(LayerType.MAX_POOL_2D, "pool", Map.of("kernel_size", List.of(2, 2))),
            LayerSpec.of(LayerType.FLATTEN, "flatten", Map.of()),
            linear("fc1", 1440, 50),
            LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1d", Map.of("num_features", 50)),
            LayerSpec.of(LayerType.RELU, "relu2", Map.of()),
            linear("fc2", 50, 10)),
        drawn(8, 1, 28, 28));
  }

  /// ResNet-18 with torchvision's names, on one image of 224 × 224.
  static Experiment resNet18() {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(convolution("conv1", 3, 64, 7, 2, 3, false));
    layers.add(batchNorm("bn1", 64));
    layers.add(LayerSpec.of(LayerType.RELU, "relu", Map.of()));
    layers.add(
        LayerSpec.of(
            LayerType.MAX_POOL_2D,
            "maxpool",
            Map.of(
                "kernel_size", List.of(3, 3), "stride", List.of(2, 2), "padding", List.of(1, 1))));
    for (int stage = 1; stage < RESNET_WIDTHS.length; stage++) {
      int width = RESNET_WIDTHS[stage];
      List<LayerSpec> blocks =
          List.of(
              basicBlock("0", RESNET_WIDTHS[stage - 1], width, stage == 1 ? 1 : 2),
              basicBlock("1", width, width, 1));
      layers.add(LayerSpec.of(LayerType.SEQUENTIAL, "layer" + stage, Map.of("layers", blocks)));
    }
    layers.add(
        LayerSpec.of(
            LayerType.ADAPTIVE_AVG_POOL_2D, "avgpool", Map.of("output_size", List.of(1, 1))));
    layers.add(LayerSpec.of(LayerType.FLATTEN, "flatten", Map.of()));
    layers.add(linear("fc", 512, 1000));
    return experiment(layers, drawn(1, 3, 224, 224))
        .withMode(Mode.EVAL)
        .withGradMode(GradMode.NO_GRAD);
  }

  private static LayerSpec basicBlock(String name, int in, int out, int stride) {
    List<LayerSpec> body =
        List.of(
            convolution("conv1", in, out, 3, stride, 1, false),
            batchNorm("bn1", out),
            LayerSpec.of(LayerType.RELU, "relu", Map.of()),
            convolution("conv2", out, out, 3, 1, 1, false),
            batchNorm("bn2", out));
    List<LayerSpec> projection =
        List.of(convolution("0", in, out, 1, stride, 0, false), batchNorm("1", out));
    List<LayerSpec> shortcut =
        stride == 1
            ? List.of()
            : List.of(
                LayerSpec.of(LayerType.SEQUENTIAL, "downsample", Map.of("layers", projection)));
    return LayerSpec.of(
        LayerType.RESIDUAL, name, Map.of("body", body, "shortcut", shortcut, "activation", "ReLU"));
  }

  private static LayerSpec linear(String name, int in, int out) {
    return LayerSpec.of(LayerType.LINEAR, name, Map.of("in_features", in, "out_features", out));
  }

  private static LayerSpec batchNorm(String name, int channels) {
    return LayerSpec.of(LayerType.BATCH_NORM_2D, name, Map.of("num_features", channels));
  }

  private static LayerSpec convolution(
      String name, int in, int out, int kernel, int stride, int padding, boolean bias) {
    return LayerSpec.of(
        LayerType.CONV_2D,
        name,
        Map.of(
            "in_channels",
            in,
            "out_channels",
            out,
            "kernel_size",
            List.of(kernel, kernel),
            "stride",
            List.of(stride, stride),
            "padding",
            List.of(padding, padding),
            "bias",
            bias));
  }

  private static InputSpec drawn(int... sizes) {
    return new InputSpec.Drawn(Shape.of(sizes), Distribution.NORMAL, 1);
  }

  private static Experiment experiment(List<LayerSpec> network, InputSpec input) {
    return new Experiment("", "", 42, network, input, Mode.TRAIN, GradMode.GRAD, 10);
  }
}
