package org.modescope.experiment;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.nn.Mode;
import org.modescope.nn.Softmax;

/// What a layer of 32-bit floats makes of numbers of another type: the type that comes out, or what
/// PyTorch says.
final class TypeRules {
  private static final String MIXED = "mixed dtype (CPU): all inputs must share same datatype.";

  private TypeRules() {}

  /// What a layer makes of its input's type.
  sealed interface Verdict {}

  /// The layer takes it and hands this on.
  record Passes(NumberType output) implements Verdict {}

  /// PyTorch refuses it in these words.
  record Refuses(String text) implements Verdict {}

  /// @param layer no container
  /// @param given the input's shape
  /// @param returned the output's shape
  static Verdict apply(LayerSpec layer, Mode mode, NumberType type, Shape given, Shape returned) {
    if (layer.type() == LayerType.EMBEDDING) {
      return embedding(type);
    }
    if (type == NumberType.FLOAT) {
      return new Passes(type);
    }
    return switch (layer.type()) {
      case LINEAR -> linear(layer, type);
      case EMBEDDING -> embedding(type);
      case CONV_1D, CONV_2D -> convolution(layer, type);
      case CONV_TRANSPOSE_2D -> convolution(layer, type);
      case UPSAMPLE -> upsampling(layer, type);
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D, INSTANCE_NORM_1D, INSTANCE_NORM_2D ->
          type == NumberType.DOUBLE && keepsFloats(layer)
              ? new Refuses(MIXED)
              : onlyFractions("batch_norm", type);
      case LAYER_NORM -> normalisation("LayerNormKernelImpl", layer, type);
      case GROUP_NORM -> normalisation("GroupNormKernelImpl", layer, type);
      case DROPOUT, DROPOUT_1D, DROPOUT_2D, DROPOUT_3D, ALPHA_DROPOUT, FEATURE_ALPHA_DROPOUT ->
          dropout(layer, mode, type);
      case FUNCTIONAL_DROPOUT -> dropout(layer, Mode.TRAIN, type);
      case LEAKY_RELU -> onlyFractions("leaky_relu_cpu", type);
      case RRELU -> slopes(mode, type);
      case ELU, SELU -> onlyFractions("elu_cpu", type);
      case HARDSWISH -> onlyFractions("hardswish_cpu", type);
      case SOFTPLUS -> onlyFractions("softplus_cpu", type);
      case PRELU ->
          new Refuses(
              "prelu: Type promoting not supported. Got %s and Float".formatted(type.scalarName()));
      case GELU -> onlyFractions("GeluKernelImpl", type);
      case SILU -> onlyFractions("silu_cpu", type);
      case SIGMOID, TANH -> new Passes(type.isWhole() ? NumberType.FLOAT : type);
      case SOFTMAX ->
          onlyFractions(softmaxKernel(layer, "softmax_lastdim_kernel_impl", given), type);
      case LOG_SOFTMAX ->
          onlyFractions(softmaxKernel(layer, "log_softmax_lastdim_kernel_impl", given), type);
      case MAX_POOL_1D -> onlyFractions("max_pool1d_impl", type);
      case ADAPTIVE_MAX_POOL_2D -> onlyFractions("adaptive_max_pool2d", type);
      case AVG_POOL_1D, AVG_POOL_2D ->
          type == NumberType.BYTE ? notImplemented("avg_pool2d", type) : new Passes(type);
      case ADAPTIVE_AVG_POOL_1D, ADAPTIVE_AVG_POOL_2D -> adaptive(layer, type, returned);
      case RELU,
          RELU_6,
          MAX_POOL_2D,
          FLATTEN,
          VIEW,
          PERMUTE,
          IDENTITY,
          SEQUENTIAL,
          RESIDUAL,
          CONCAT ->
          new Passes(type);
    };
  }

  private static Verdict embedding(NumberType type) {
    return type == NumberType.LONG
        ? new Passes(NumberType.FLOAT)
        : new Refuses(
            ("Expected tensor for argument #1 'indices' to have one of the following scalar types:"
                    + " Long, Int; but got %s instead (while checking arguments for embedding)")
                .formatted(
                    type == NumberType.BFLOAT16
                        ? "CPUBFloat16Type"
                        : "torch.%sTensor".formatted(type.scalarName())));
  }

  private static Verdict linear(LayerSpec layer, NumberType type) {
    return new Refuses(
        layer.flag("bias")
            ? "mat1 and mat2 must have the same dtype, but got %s and Float"
                .formatted(type.scalarName())
            : "expected m1 and m2 to have the same dtype, but got: %s != float"
                .formatted(type.cppName()));
  }

  private static Verdict convolution(LayerSpec layer, NumberType type) {
    if (layer.flag("bias")) {
      return new Refuses(
          "Input type (%s) and bias type (float) should be the same".formatted(type.cppName()));
    }
    return new Refuses(
        type == NumberType.BFLOAT16
            ? "Input type (CPUBFloat16Type) and weight type (torch.FloatTensor) should be the same"
                + " or input should be a MKLDNN tensor and weight is a dense tensor"
            : "expected scalar type %s but found Float".formatted(type.scalarName()));
  }

  private static Verdict upsampling(LayerSpec layer, NumberType type) {
    boolean isNearest = layer.word("mode").equals(Optional.of("nearest"));
    return type == NumberType.BYTE && isNearest
        ? new Passes(type)
        : onlyFractions(
            isNearest ? "compute_indices_weights_nearest" : "compute_indices_weights_linear", type);
  }

  private static Verdict normalisation(String kernel, LayerSpec layer, NumberType type) {
    boolean isMixed = type.isWhole() || type == NumberType.DOUBLE;
    return isMixed && keepsFloats(layer) ? new Refuses(MIXED) : onlyFractions(kernel, type);
  }

  private static boolean keepsFloats(LayerSpec layer) {
    return !LayerState.of(layer).entries().isEmpty();
  }

  private static Verdict dropout(LayerSpec layer, Mode mode, NumberType type) {
    double p = layer.number("p");
    return mode == Mode.TRAIN && p > 0 && p < 1 && type.isWhole()
        ? new Refuses(
            "result type Float can't be cast to the desired output type " + type.scalarName())
        : new Passes(type);
  }

  private static Verdict slopes(Mode mode, NumberType type) {
    if (mode == Mode.EVAL) {
      return onlyFractions("leaky_relu_cpu", type);
    }
    return type == NumberType.HALF
        ? notImplemented("rrelu_with_noise_out_cpu", type)
        : onlyFractions("rrelu_with_noise_out_cpu", type);
  }

  private static String softmaxKernel(LayerSpec layer, String alongTheLast, Shape given) {
    int rank = Math.max(1, given.rank());
    int axis = layer.integerOrNone("dim").orElse(Softmax.guessedAxis(given));
    return Math.floorMod(axis, rank) == rank - 1 ? alongTheLast : "softmax_kernel_impl";
  }

  private static Verdict adaptive(LayerSpec layer, NumberType type, Shape returned) {
    boolean isRow = layer.type() == LayerType.ADAPTIVE_AVG_POOL_1D;
    boolean isMean = returned.size(-1) == 1 && (isRow || returned.size(-2) == 1);
    return isMean && type.isWhole()
        ? new Refuses(
            "mean(): could not infer output dtype. Input dtype must be either a floating point or"
                + " complex dtype. Got: "
                + type.scalarName())
        : onlyFractions("adaptive_avg_pool2d", type);
  }

  private static Verdict onlyFractions(String kernel, NumberType type) {
    return type.isWhole() ? notImplemented(kernel, type) : new Passes(type);
  }

  private static Verdict notImplemented(String kernel, NumberType type) {
    return new Refuses("\"%s\" not implemented for '%s'".formatted(kernel, type.scalarName()));
  }
}
