package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// A primitive operation: what it computes, what it keeps, and its gradient, in one record.
///
/// Each is one node of PyTorch's graph and keeps exactly what PyTorch's node keeps, under PyTorch's
/// names, so that bytes can be compared. An operation sees plain arrays and records nothing by
/// itself.
sealed interface Op
    permits Absolute,
        Activation,
        Add,
        AdaptiveAvgPool,
        AdaptiveMaxPool,
        AlphaDropout,
        AvgPool,
        BatchNormalize,
        BinaryCrossEntropy,
        Clone,
        Concatenate,
        Convolution,
        CopySlices,
        Embed,
        EmptyNormalize,
        GroupNormalize,
        LayerNormalize,
        LearnedRelu,
        LinearMap,
        MaxPool,
        MeanOfAll,
        MeanSquaredError,
        Multiply,
        NegativeLogLikelihood,
        PadEnd,
        Permute,
        RandomizedRelu,
        Relu,
        Repeat,
        Resize,
        Softmax,
        TransposedConvolution,
        Subtract,
        View {

  /// Computes the result and tells the saver what backward will need.
  Array forward(Operands operands, Saver saver);

  /// The gradients of the operands, in their order; null for one that needs none.
  ///
  /// A gradient has its operand's passes: where all passes share an operand, it is summed over
  /// them.
  @Nullable Array[] backward(Array gradOutput, Saved saved);

  /// Whether PyTorch's result is a view of other memory, so that what changes it in place is told
  /// of that memory.
  default boolean isView(Operands operands) {
    return false;
  }

  /// PyTorch's name of the node, such as `AddmmBackward0`.
  String torchName();
}
