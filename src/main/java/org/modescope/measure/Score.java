package org.modescope.measure;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a net scored on rows in one mode, batch by batch; or why that could not be measured.
public sealed interface Score {

  /// What was measured.
  ///
  /// @param loss the mean over all rows
  /// @param right how many answers were right; empty where targets are numbers, of which none is
  ///   right or wrong
  /// @param answers how many answers there were: the rows, or for `BCEWithLogitsLoss` each number
  ///   that the net puts out
  record Measured(double loss, OptionalInt right, int answers) implements Score {}

  /// Nothing: the net or the loss refused a batch. The training goes on.
  ///
  /// @param why what PyTorch says, and what it means
  /// @param rows how many rows the refused batch had
  record LeftOut(Refusal why, int rows) implements Score {}

  /// The mean loss; empty where it could not be measured.
  default OptionalDouble meanLoss() {
    return switch (this) {
      case Measured measured -> OptionalDouble.of(measured.loss());
      case LeftOut _ -> OptionalDouble.empty();
    };
  }

  /// The share of right answers, 0 to 1; empty where it could not be measured or there is none.
  default OptionalDouble accuracy() {
    return switch (this) {
      case Measured(double _, OptionalInt right, int answers) ->
          right.isPresent()
              ? OptionalDouble.of((double) right.getAsInt() / answers)
              : OptionalDouble.empty();
      case LeftOut _ -> OptionalDouble.empty();
    };
  }
}
