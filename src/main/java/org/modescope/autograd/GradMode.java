package org.modescope.autograd;

import java.util.function.Supplier;

/// Whether operations are recorded for backward: a scope around code, not a property of a net.
///
/// Orthogonal to a layer's train or eval mode and to a parameter's `requires_grad`; none is derived
/// from another. See "Locally disabling gradient computation" in PyTorch's autograd notes. A thread
/// started inside a scope begins in [#GRAD]: scopes are not inherited by plain threads.
public enum GradMode {
  /// Operations are recorded when an operand requires a gradient; the default.
  GRAD("grad"),
  /// Nothing is recorded; results can still be used in recorded operations later.
  NO_GRAD("no_grad"),
  /// Nothing is recorded, and results can never be saved for backward.
  INFERENCE_MODE("inference_mode");

  private static final ScopedValue<GradMode> CURRENT = ScopedValue.newInstance();

  private final String key;

  GradMode(String key) {
    this.key = key;
  }

  /// The name that PyTorch and experiment files use.
  public String key() {
    return key;
  }

  /// The innermost scope's mode on this thread.
  public static GradMode current() {
    return CURRENT.orElse(GRAD);
  }

  /// Runs `body` in this mode.
  public void run(Runnable body) {
    ScopedValue.where(CURRENT, this).run(body);
  }

  /// Runs `body` in this mode and returns what it returns.
  public <T> T call(Supplier<T> body) {
    return ScopedValue.where(CURRENT, this).call(body::get);
  }
}
