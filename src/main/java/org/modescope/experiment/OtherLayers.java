package org.modescope.experiment;

import java.util.Set;

/// PyTorch's modules that there are no layers for: whoever names one means it, and not another of
/// nearly its name.
public final class OtherLayers {
  private static final Set<String> NAMES =
      Set.of(
          "Bilinear",
          "CELU",
          "ConstantPad1d",
          "ConstantPad2d",
          "Conv3d",
          "ConvTranspose1d",
          "ConvTranspose3d",
          "AvgPool3d",
          "AdaptiveAvgPool3d",
          "AdaptiveMaxPool1d",
          "AdaptiveMaxPool3d",
          "EmbeddingBag",
          "Fold",
          "FractionalMaxPool2d",
          "GLU",
          "GRU",
          "Hardshrink",
          "Hardsigmoid",
          "Hardtanh",
          "InstanceNorm3d",
          "LPPool1d",
          "LPPool2d",
          "LSTM",
          "LazyLinear",
          "LocalResponseNorm",
          "LogSigmoid",
          "MaxPool3d",
          "MaxUnpool2d",
          "Mish",
          "MultiheadAttention",
          "PixelShuffle",
          "PixelUnshuffle",
          "RMSNorm",
          "RNN",
          "ReflectionPad2d",
          "ReplicationPad2d",
          "Softmax2d",
          "Softmin",
          "Softshrink",
          "Softsign",
          "SyncBatchNorm",
          "Tanhshrink",
          "Threshold",
          "Transformer",
          "TransformerDecoderLayer",
          "TransformerEncoder",
          "TransformerEncoderLayer",
          "Unflatten",
          "Unfold",
          "UpsamplingBilinear2d",
          "UpsamplingNearest2d",
          "ZeroPad2d");

  private OtherLayers() {}

  /// Whether PyTorch has a module of that name, and there is no layer for it.
  public static boolean has(String torchName) {
    return NAMES.contains(torchName);
  }
}
