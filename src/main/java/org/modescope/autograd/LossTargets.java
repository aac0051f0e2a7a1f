package org.modescope.autograd;

import java.util.Locale;
import org.modescope.autograd.Explanation.Key;

/// Whether targets fit what losses are computed of.
final class LossTargets {
  private LossTargets() {}

  /// @throws TorchException if the shapes differ, in PyTorch's words where it refuses them, too
  static void checkSameShape(Shape output, Shape target) {
    if (!output.equals(target)) {
      output.broadcast(target);
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

  /// Differs from PyTorch: scores of one row with as many classes as there are scores are taken
  /// there, and all classes but the first passed over. That is never meant, either.
  ///
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
    if (scores.rank() == 1) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              scores.size(0) == classes.length
                  ? "the scores [%d] are of one row, and there are %d classes"
                  : "size mismatch (got input: [%d], target: [%d])",
              scores.size(0),
              classes.length),
          Explanation.of(Key.NO_ROWS_OF_SCORES, "scores", scores));
    }
    ClassTargets.check(scores, classes);
  }
}
