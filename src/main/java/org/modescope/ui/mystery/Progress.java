package org.modescope.ui.mystery;

import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.mystery.Verdict;

/// How far somebody has come with a mystery net.
///
/// @param checks how many checks were made
/// @param right how many guesses counted at the last one; empty before the first
/// @param verdict everything, once the answer is told
record Progress(int checks, OptionalInt right, Optional<Verdict> verdict) {
  /// How many checks there are.
  static final int CHECKS = 3;

  static final Progress NONE = new Progress(0, OptionalInt.empty(), Optional.empty());

  boolean isTold() {
    return verdict.isPresent();
  }

  int left() {
    return CHECKS - checks;
  }
}
