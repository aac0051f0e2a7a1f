package org.modescope.run;

import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.Windows;

/// How much there is to compute in one pass, found without running anything: the same on every
/// machine.
final class PassWork {
  /// What an element costs that is read, drawn for, changed and written, in multiply-adds of a
  /// matrix product.
  private static final long PER_ELEMENT = 8;

  private PassWork() {}

  /// Multiply-adds of one pass, about; as far as the net takes its input.
  static long of(Experiment experiment) {
    return of(experiment.network(), experiment.input().shape());
  }

  /// The same for another input of a net.
  static long of(List<LayerSpec> layers, Shape input) {
    List<Shape> outputs = ShapeCheck.of(layers, input).outputs();
    long work = 0;
    Shape given = input;
    for (int i = 0; i < outputs.size(); i++) {
      work += of(layers.get(i), given, outputs.get(i));
      given = outputs.get(i);
    }
    return work;
  }

  private static long of(LayerSpec layer, Shape given, Shape output) {
    return output.elements() * PER_ELEMENT
        + switch (layer.type()) {
          case LINEAR -> output.elements() * layer.integer("in_features");
          case CONV_TRANSPOSE_2D -> given.elements() * spreadSize(layer);
          case CONV_1D, CONV_2D -> output.elements() * windowSize(layer);
          case SEQUENTIAL -> of(layer.layers("layers"), given);
          case CONCAT -> layer.ways().stream().mapToLong(branch -> of(branch, given)).sum();
          case RESIDUAL -> of(layer.layers("body"), given) + of(layer.layers("shortcut"), given);
          // All others do about the same to every element.
          case BATCH_NORM_1D,
              BATCH_NORM_2D,
              BATCH_NORM_3D,
              LAYER_NORM,
              GROUP_NORM,
              INSTANCE_NORM_1D,
              INSTANCE_NORM_2D,
              DROPOUT,
              DROPOUT_1D,
              DROPOUT_2D,
              DROPOUT_3D,
              ALPHA_DROPOUT,
              FEATURE_ALPHA_DROPOUT,
              FUNCTIONAL_DROPOUT,
              RELU,
              RELU_6,
              LEAKY_RELU,
              PRELU,
              ELU,
              SELU,
              HARDSWISH,
              SOFTPLUS,
              RRELU,
              GELU,
              SILU,
              SIGMOID,
              TANH,
              SOFTMAX,
              LOG_SOFTMAX,
              MAX_POOL_1D,
              AVG_POOL_1D,
              ADAPTIVE_AVG_POOL_1D,
              ADAPTIVE_MAX_POOL_2D,
              MAX_POOL_2D,
              AVG_POOL_2D,
              ADAPTIVE_AVG_POOL_2D,
              UPSAMPLE,
              FLATTEN,
              VIEW,
              PERMUTE,
              EMBEDDING,
              IDENTITY ->
              0;
        };
  }

  private static long spreadSize(LayerSpec layer) {
    var window = Windows.of(layer);
    int channels = layer.integer("out_channels") / layer.integer("groups");
    return (long) channels * window.height() * window.width();
  }

  private static long windowSize(LayerSpec layer) {
    var window = Windows.of(layer);
    int channels = layer.integer("in_channels") / layer.integer("groups");
    return (long) channels * window.height() * window.width();
  }
}
