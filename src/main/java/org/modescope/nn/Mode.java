package org.modescope.nn;

/// What a layer does: sticky, per layer, and independent of whether operations are recorded.
///
/// A new layer is in [#TRAIN], also when it is added to a net that is in eval mode, as in PyTorch.
public enum Mode {
  TRAIN("train"),
  EVAL("eval");

  private final String key;

  Mode(String key) {
    this.key = key;
  }

  /// The name that PyTorch and experiment files use.
  public String key() {
    return key;
  }
}
