package org.modescope.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.modescope.autograd.Shape;
import org.modescope.experiment.StateLayout.Counter;
import org.modescope.experiment.StateLayout.Entry;
import org.modescope.experiment.StateLayout.Floats;
import org.modescope.nn.Pair;

/// What one layer keeps from pass to pass under its own keys, containers left to their members.
///
/// @param parameters what it learns
/// @param buffers what passes change and no optimizer does
record LayerState(SequencedMap<String, Shape> parameters, SequencedMap<String, Entry> buffers) {
  private static final LayerState NONE =
      new LayerState(new LinkedHashMap<>(), new LinkedHashMap<>());

  LayerState {
    parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    buffers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(buffers));
  }

  static LayerState of(LayerSpec layer) {
    return switch (layer.type()) {
      case LINEAR ->
          map(layer, layer.integer("out_features"), List.of(layer.integer("in_features")));
      case CONV_1D, CONV_2D -> {
        var kernel = Windows.kernel(layer);
        int in = layer.integer("in_channels") / layer.integer("groups");
        yield map(
            layer,
            layer.integer("out_channels"),
            Windows.axes(layer) == 1
                ? List.of(in, kernel.width())
                : List.of(in, kernel.height(), kernel.width()));
      }
      case CONV_TRANSPOSE_2D -> transposed(layer);
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D, INSTANCE_NORM_1D, INSTANCE_NORM_2D -> {
        Shape features = Shape.of(layer.integer("num_features"));
        yield new LayerState(affine(layer, "affine", features), statistics(layer, features));
      }
      case LAYER_NORM ->
          new LayerState(
              affine(layer, "elementwise_affine", shape(layer.sizes("normalized_shape"))),
              new LinkedHashMap<>());
      case GROUP_NORM ->
          new LayerState(
              affine(layer, "affine", Shape.of(layer.integer("num_channels"))),
              new LinkedHashMap<>());
      case PRELU -> slopes(layer);
      case EMBEDDING -> table(layer);
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
          IDENTITY,
          SEQUENTIAL,
          RESIDUAL,
          CONCAT ->
          NONE;
    };
  }

  /// Parameters and buffers in the order of a state_dict.
  SequencedMap<String, Entry> entries() {
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    parameters.forEach((name, shape) -> entries.put(name, new Floats(shape)));
    entries.putAll(buffers);
    return entries;
  }

  /// How many numbers are learned.
  long learned() {
    return parameters.values().stream().mapToLong(LayerState::elements).sum();
  }

  private static LayerState map(LayerSpec layer, int out, List<Integer> in) {
    SequencedMap<String, Shape> parameters = new LinkedHashMap<>();
    List<Integer> weight = new ArrayList<>(in);
    weight.addFirst(out);
    parameters.put("weight", shape(weight));
    if (layer.flag("bias")) {
      parameters.put("bias", Shape.of(out));
    }
    return new LayerState(parameters, new LinkedHashMap<>());
  }

  /// The weight of what is transposed; the bias has a number for each channel that comes out.
  private static LayerState transposed(LayerSpec layer) {
    Pair kernel = Windows.kernel(layer);
    int out = layer.integer("out_channels");
    SequencedMap<String, Shape> parameters = new LinkedHashMap<>();
    parameters.put(
        "weight",
        Shape.of(
            layer.integer("in_channels"),
            out / layer.integer("groups"),
            kernel.height(),
            kernel.width()));
    if (layer.flag("bias")) {
      parameters.put("bias", Shape.of(out));
    }
    return new LayerState(parameters, new LinkedHashMap<>());
  }

  private static LayerState slopes(LayerSpec layer) {
    SequencedMap<String, Shape> parameters = new LinkedHashMap<>();
    parameters.put("weight", Shape.of(layer.integer("num_parameters")));
    return new LayerState(parameters, new LinkedHashMap<>());
  }

  private static LayerState table(LayerSpec layer) {
    SequencedMap<String, Shape> parameters = new LinkedHashMap<>();
    parameters.put(
        "weight", Shape.of(layer.integer("num_embeddings"), layer.integer("embedding_dim")));
    return new LayerState(parameters, new LinkedHashMap<>());
  }

  private static SequencedMap<String, Shape> affine(LayerSpec layer, String flag, Shape shape) {
    SequencedMap<String, Shape> parameters = new LinkedHashMap<>();
    if (layer.flag(flag)) {
      parameters.put("weight", shape);
      parameters.put("bias", shape);
    }
    return parameters;
  }

  private static SequencedMap<String, Entry> statistics(LayerSpec layer, Shape features) {
    SequencedMap<String, Entry> buffers = new LinkedHashMap<>();
    if (layer.tracksStatistics()) {
      buffers.put("running_mean", new Floats(features));
      buffers.put("running_var", new Floats(features));
      buffers.put("num_batches_tracked", new Counter());
    }
    return buffers;
  }

  private static long elements(Shape shape) {
    return Arrays.stream(shape.toArray()).asLongStream().reduce(1, Math::multiplyExact);
  }

  private static Shape shape(List<Integer> sizes) {
    return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }
}
