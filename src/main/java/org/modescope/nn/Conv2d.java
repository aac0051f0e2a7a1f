package org.modescope.nn;

/// [WindowedMap] over images, `[N, C, H, W]`, or one image `[C, H, W]`.
public final class Conv2d extends WindowedMap {

  /// @throws org.modescope.autograd.TorchException if the channels do not divide into groups
  public Conv2d(
      String path,
      int inChannels,
      int outChannels,
      Options options,
      boolean withBias,
      InitialValues initial) {
    super(path, 2, inChannels, outChannels, options, withBias, initial);
  }
}
