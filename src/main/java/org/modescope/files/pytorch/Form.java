package org.modescope.files.pytorch;

import org.modescope.experiment.LayerSpec;

/// How a layer type is written in Python.
enum Form {
  /// A module of `torch.nn`, made by a call.
  MODULE,
  /// An expression in `forward`; a module of ours where there is no `forward`.
  INLINE,
  /// `nn.Sequential`.
  SEQUENCE,
  /// A module class of its own.
  BLOCK;

  static Form of(LayerSpec layer) {
    return switch (layer.type()) {
      case LINEAR,
          CONV_1D,
          CONV_2D,
          CONV_TRANSPOSE_2D,
          BATCH_NORM_1D,
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
          IDENTITY,
          EMBEDDING ->
          MODULE;
      case VIEW, PERMUTE, FUNCTIONAL_DROPOUT -> INLINE;
      case SEQUENTIAL -> SEQUENCE;
      case RESIDUAL, CONCAT -> BLOCK;
    };
  }
}
