package org.modescope.words;

import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;

/// Which entry of the glossary explains what the program shows.
public final class Terms {
  private Terms() {}

  public static String of(Mode mode) {
    return switch (mode) {
      case TRAIN -> "train";
      case EVAL -> "eval";
    };
  }

  public static String of(GradMode gradMode) {
    return switch (gradMode) {
      case GRAD -> "grad";
      case NO_GRAD -> "no-grad";
      case INFERENCE_MODE -> "inference-mode";
    };
  }

  public static String of(SavedKind kind) {
    return switch (kind) {
      case INPUT -> "input";
      case ACTIVATION -> "activation";
      case MASK -> "mask";
      case STATISTIC -> "statistic";
      case REFERENCE -> "reference";
    };
  }

  public static String of(LayerType type) {
    return switch (type) {
      case LINEAR -> "linear";
      case CONV_1D -> "conv1d";
      case CONV_2D -> "conv2d";
      case CONV_TRANSPOSE_2D -> "conv-transpose2d";
      case UPSAMPLE -> "upsample";
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D -> "batchnorm";
      case LAYER_NORM -> "layernorm";
      case GROUP_NORM -> "groupnorm";
      case INSTANCE_NORM_1D, INSTANCE_NORM_2D -> "instancenorm";
      case DROPOUT -> "dropout";
      case DROPOUT_1D, DROPOUT_2D, DROPOUT_3D -> "channel-dropout";
      case ALPHA_DROPOUT, FEATURE_ALPHA_DROPOUT -> "alphadropout";
      case FUNCTIONAL_DROPOUT -> "functional-dropout";
      case RELU -> "relu";
      case RELU_6 -> "relu6";
      case LEAKY_RELU -> "leaky-relu";
      case PRELU -> "prelu";
      case ELU -> "elu";
      case SELU -> "selu";
      case HARDSWISH -> "hardswish";
      case SOFTPLUS -> "softplus";
      case RRELU -> "rrelu";
      case GELU -> "gelu";
      case SILU -> "silu";
      case SIGMOID -> "sigmoid";
      case TANH -> "tanh";
      case SOFTMAX, LOG_SOFTMAX -> "softmax";
      case MAX_POOL_1D, MAX_POOL_2D -> "max-pooling";
      case AVG_POOL_1D, AVG_POOL_2D -> "average-pooling";
      case ADAPTIVE_AVG_POOL_1D, ADAPTIVE_AVG_POOL_2D, ADAPTIVE_MAX_POOL_2D -> "adaptive-pooling";
      case FLATTEN -> "flatten";
      case VIEW -> "view";
      case PERMUTE -> "permute";
      case EMBEDDING -> "embedding";
      case IDENTITY -> "identity";
      case SEQUENTIAL -> "sequential";
      case RESIDUAL -> "residual";
      case CONCAT -> "concat";
    };
  }

  /// The entry about an argument of a layer: as a rule it has the argument's name.
  public static String ofArgument(String name) {
    return switch (name) {
      case "in_features", "out_features" -> "features";
      case "in_channels", "out_channels" -> "channels";
      case "num_groups", "num_channels" -> "num-groups";
      case "elementwise_affine" -> "affine";
      case "negative_slope" -> "leaky-relu";
      case "lower", "upper" -> "rrelu";
      case "output_padding" -> "conv-transpose2d";
      case "size", "scale_factor", "mode", "align_corners" -> "upsample";
      case "alpha" -> "elu";
      case "beta", "threshold" -> "softplus";
      case "init", "num_parameters" -> "prelu";
      case "approximate" -> "gelu";
      case "dim" -> "softmax";
      case "output_size" -> "adaptive-pooling";
      case "start_dim", "end_dim" -> "flatten";
      case "shape" -> "view";
      case "dims" -> "permute";
      case "num_embeddings", "embedding_dim", "padding_idx" -> "embedding";
      case "layers" -> "sequential";
      case "branches" -> "concat";
      case "body", "shortcut", "activation" -> "residual";
      default -> name.replace('_', '-');
    };
  }
}
