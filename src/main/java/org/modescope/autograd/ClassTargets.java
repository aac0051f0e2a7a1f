package org.modescope.autograd;

import java.util.Arrays;
import java.util.Locale;
import org.modescope.autograd.Explanation.Key;

/// Whether classes can be the targets of cross entropy. PyTorch takes scores of more axes too, with
/// a class for each place: a row here has one class, so they are refused in its words.
final class ClassTargets {
  private ClassTargets() {}

  /// @param scores must be `[N, C]`
  /// @param classes must be N, each below C
  /// @throws TorchException if they are not
  static void check(Shape scores, int[] classes) {
    checkAxes(scores, classes.length);
    for (int target : classes) {
      if (target < 0 || target >= scores.size(1)) {
        throw new TorchException(
            TorchException.Type.INDEX_ERROR,
            String.format(Locale.ROOT, "Target %d is out of bounds.", target),
            Explanation.of(Key.CLASS_WITHOUT_SCORE, "scores", scores.size(1)));
      }
    }
  }

  private static void checkAxes(Shape scores, int targets) {
    int axes = scores.rank();
    if (axes == 0) {
      throw refused(
          TorchException.Type.INDEX_ERROR,
          "Dimension out of range (expected to be in range of [-1, 0], but got 1)",
          scores);
    }
    if (axes == 1) {
      throw refused(
          TorchException.Type.RUNTIME_ERROR,
          scores.size(0) == targets
              ? "Expected floating point type for target with class probabilities, got Long"
              : String.format(
                  Locale.ROOT,
                  "size mismatch (got input: [%d], target: [%d])",
                  scores.size(0),
                  targets),
          scores);
    }
    if (scores.size(0) != targets) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          String.format(
              Locale.ROOT,
              "Expected input batch_size (%d) to match target batch_size (%d).",
              scores.size(0),
              targets),
          Explanation.of(Key.ROW_WITHOUT_CLASS));
    }
    if (axes > 2) {
      throw refused(TorchException.Type.RUNTIME_ERROR, moreAxes(scores, targets), scores);
    }
  }

  private static String moreAxes(Shape scores, int targets) {
    if (scores.rank() == 4) {
      return "only batches of spatial targets supported (3D tensors) but got targets of dimension:"
          + " 1";
    }
    int[] wanted = Arrays.copyOfRange(scores.toArray(), 1, scores.rank());
    wanted[0] = targets;
    return String.format(
        Locale.ROOT, "Expected target size %s, got [%d]", Arrays.toString(wanted), targets);
  }

  private static TorchException refused(
      TorchException.Type type, String torchMessage, Shape scores) {
    return new TorchException(
        type, torchMessage, Explanation.of(Key.NO_ROWS_OF_SCORES, "scores", scores));
  }
}
