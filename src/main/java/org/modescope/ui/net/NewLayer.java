package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;

/// The layer that *Add layer* puts in: a name not yet taken, sizes that fit what comes in, and as
/// many out as in.
final class NewLayer {
  private NewLayer() {}

  /// A layer of a type for one place in a nest.
  static LayerSpec at(int index, LayerType type, LayerNest nest, Experiment experiment) {
    Shape given = shapeBefore(index, nest, experiment);
    return LayerSpec.of(type, name(type, nest.neighbours(experiment)), sizes(type, given));
  }

  private static Shape shapeBefore(int index, LayerNest nest, Experiment experiment) {
    Shape into = nest.given(experiment).orElse(experiment.input().shape());
    List<Shape> outputs = ShapeCheck.of(nest.layers(experiment), into).outputs();
    // Behind a misfit shapes are unknown; the last one known is the best guess.
    int known = Math.min(index, outputs.size());
    return known == 0 ? into : outputs.get(known - 1);
  }

  /// The sizes that the layer must be told, taken from what comes in; PyTorch's defaults serve for
  /// the rest.
  private static Map<String, Object> sizes(LayerType type, Shape given) {
    int last = given.size(-1);
    int channels = given.size(given.rank() > 1 ? 1 : 0);
    return switch (type) {
      case LINEAR -> Map.of("in_features", last, "out_features", last);
      case CONV_1D, CONV_2D ->
          Map.of("in_channels", channels, "out_channels", channels, "kernel_size", 3, "padding", 1);
      case CONV_TRANSPOSE_2D ->
          Map.of("in_channels", channels, "out_channels", channels, "kernel_size", 2, "stride", 2);
      case UPSAMPLE -> Map.of("scale_factor", 2);
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D, INSTANCE_NORM_1D, INSTANCE_NORM_2D ->
          Map.of("num_features", channels);
      case GROUP_NORM -> Map.of("num_groups", 1, "num_channels", channels);
      case LAYER_NORM -> Map.of("normalized_shape", last);
      case MAX_POOL_1D, AVG_POOL_1D, MAX_POOL_2D, AVG_POOL_2D -> Map.of("kernel_size", 2);
      case ADAPTIVE_AVG_POOL_1D, ADAPTIVE_AVG_POOL_2D, ADAPTIVE_MAX_POOL_2D ->
          Map.of("output_size", 1);
      case PRELU -> Map.of("num_parameters", 1);
      case VIEW ->
          Map.of("shape", List.of(-1, (int) (given.elements() / Math.max(1, given.size(0)))));
      case PERMUTE -> Map.of("dims", featuresAhead(given.rank()));
      case EMBEDDING -> Map.of("num_embeddings", 10, "embedding_dim", last);
      case SEQUENTIAL -> Map.of("layers", List.of());
      case RESIDUAL -> Map.of("body", List.of());
      case CONCAT -> LayerSpec.concat("_", List.of(List.of(), List.of()), 1).arguments();
      case DROPOUT,
          DROPOUT_1D,
          DROPOUT_2D,
          DROPOUT_3D,
          ALPHA_DROPOUT,
          FEATURE_ALPHA_DROPOUT,
          FUNCTIONAL_DROPOUT,
          RELU,
          RELU_6,
          LEAKY_RELU,
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
          FLATTEN,
          IDENTITY ->
          Map.of();
    };
  }

  /// Rows first, then what stood last, as a net after a Linear needs it.
  private static List<Integer> featuresAhead(int rank) {
    List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    if (rank > 2) {
      axes.add(1, axes.removeLast());
    }
    return axes;
  }

  /// Layers as further branches of a Concat: what is no Sequential gets one around it.
  static List<LayerSpec> branches(List<LayerSpec> added, List<LayerSpec> before) {
    List<LayerSpec> taken = new ArrayList<>(before);
    List<LayerSpec> branches = new ArrayList<>();
    for (LayerSpec layer : added) {
      LayerSpec branch =
          layer.type() == LayerType.SEQUENTIAL
              ? layer
              : LayerSpec.of(
                  LayerType.SEQUENTIAL,
                  name(LayerType.SEQUENTIAL, taken),
                  Map.of("layers", List.of(layer)));
      taken.add(branch);
      branches.add(branch);
    }
    return branches;
  }

  /// A name for a layer of a type that no layer of a net has.
  static String name(LayerType type, List<LayerSpec> network) {
    String stem = type.stem();
    Set<String> taken = new HashSet<>();
    int number = 1;
    for (LayerSpec layer : network) {
      taken.add(layer.name());
      number += layer.type() == type ? 1 : 0;
    }
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
