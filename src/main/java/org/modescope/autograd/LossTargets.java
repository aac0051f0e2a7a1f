package org.modescope.autograd;

import java.util.Locale;
import org.modescope.autograd.Explanation.Key;

/// Whether targets fit what losses are computed of.
final class LossTargets {
  private LossTargets() {}

  /// PyTorch stretches what is not of one shape, with a warning: [N, 1] against [N] makes [N, N] of
  /// it. That is never meant, so it is refused here.
  ///
  /// @throws TorchException if the shapes differ
  static void checkSameShape(Shape output, Shape target) {
    if (!output.equals(target)) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "The size of the output %s must match the size of the target %s"
              .formatted(output.toTorch(), target.toTorch()),
          Explanation.of(Key.TARGET_OF_ANOTHER_SHAPE));
    }
  }

  /// @throws TorchException if the shapes differ, in PyTorch's words
  static void checkSameSize(Shape output, Shape target) {
    if (!output.equals(target)) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Target size (%s) must be the same as input size (%s)"
              .formatted(target.toTorch(), output.toTorch()),
          Explanation.of(Key.TARGET_OF_ANOTHER_SHAPE));
    }
  }

  /// @param scores must be `[N, C]`
  /// @param classes must be N, each below C
  /// @throws TorchException if they are not
  static void checkLogProbabilities(Shape scores, int[] classes) {
    if (scores.rank() == 0) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Expected 1 or more dimensions (got 0)",
          Explanation.of(Key.NO_ROWS_OF_SCORES, "scores", scores));
    }
    if (scores.rank() == 1 && scores.size(0) != classes.length) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "size mismatch (got input: [%d], target: [%d])",
              scores.size(0),
              classes.length),
          Explanation.of(Key.NO_ROWS_OF_SCORES, "scores", scores));
    }
    ClassTargets.check(scores, classes);
  }
}
