package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;

/// Kinds of layer types, in the order in which they are offered.
public enum LayerFamily {
  LEARNED("Learned maps"),
  NORMALISATION("Normalisation"),
  DROPOUT("Dropout"),
  ACTIVATION("Activation"),
  POOLING("Pooling"),
  SHAPE("Shape"),
  CONTAINER("Containers");

  private final String title;

  LayerFamily(String title) {
    this.title = title;
  }

  /// What a menu calls it.
  public String title() {
    return title;
  }

  /// The layer types of this kind.
  public List<LayerType> types() {
    return Arrays.stream(LayerType.values()).filter(type -> of(type) == this).toList();
  }

  /// The kind that a layer type is of.
  public static LayerFamily of(LayerType type) {
    return switch (type) {
      case LINEAR, EMBEDDING, CONV_1D, CONV_2D, CONV_TRANSPOSE_2D -> LEARNED;
      case BATCH_NORM_1D,
          BATCH_NORM_2D,
          BATCH_NORM_3D,
          LAYER_NORM,
          GROUP_NORM,
          INSTANCE_NORM_1D,
          INSTANCE_NORM_2D ->
          NORMALISATION;
      case DROPOUT,
          DROPOUT_1D,
          DROPOUT_2D,
          DROPOUT_3D,
          ALPHA_DROPOUT,
          FEATURE_ALPHA_DROPOUT,
          FUNCTIONAL_DROPOUT ->
          DROPOUT;
      case RELU,
          RELU_6,
          LEAKY_RELU,
          PRELU,
          RRELU,
          ELU,
          SELU,
          GELU,
          SILU,
          HARDSWISH,
          SOFTPLUS,
          SIGMOID,
          TANH,
          SOFTMAX,
          LOG_SOFTMAX ->
          ACTIVATION;
      case MAX_POOL_1D,
          AVG_POOL_1D,
          ADAPTIVE_AVG_POOL_1D,
          MAX_POOL_2D,
          AVG_POOL_2D,
          ADAPTIVE_AVG_POOL_2D,
          ADAPTIVE_MAX_POOL_2D ->
          POOLING;
      case UPSAMPLE -> POOLING;
      case FLATTEN, VIEW, PERMUTE, IDENTITY -> SHAPE;
      case SEQUENTIAL, RESIDUAL, CONCAT -> CONTAINER;
    };
  }
}
