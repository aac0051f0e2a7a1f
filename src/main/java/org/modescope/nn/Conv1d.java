package org.modescope.nn;

/// [WindowedMap] over `[N, C, L]`, or one row of positions `[C, L]`.
public final class Conv1d extends WindowedMap {

  /// @throws org.modescope.autograd.TorchException if the channels do not divide into groups
  public Conv1d(
      String path,
      int inChannels,
      int outChannels,
      Options options,
      boolean withBias,
      InitialValues initial) {
    super(path, 1, inChannels, outChannels, options, withBias, initial);
  }
}
