package org.modescope.oracle;

import java.util.function.Supplier;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/// The three gradient modes, by the names that golden files have for them.
final class GradModes {
  private GradModes() {}

  static Tensor call(String mode, Supplier<Tensor> body) {
    return switch (mode) {
      case "no_grad" -> {
        try (NoGradGuard _ = new NoGradGuard()) {
          yield body.get();
        }
      }
      case "inference_mode" -> {
        try (InferenceMode _ = new InferenceMode()) {
          yield body.get();
        }
      }
      default -> body.get();
    };
  }
}
