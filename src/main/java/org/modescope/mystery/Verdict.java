package org.modescope.mystery;

import java.util.List;

/// What a check says about a whole guess.
///
/// @param guess what was guessed
/// @param truth what can be seen of the net as it really is
/// @param marks one for each item, in order
public record Verdict(Composition guess, Report truth, List<Mark> marks) {
  public Verdict {
    marks = List.copyOf(marks);
  }

  /// How many guesses count.
  public int right() {
    return Math.toIntExact(marks.stream().filter(mark -> mark.result().counts()).count());
  }

  public boolean isAllRight() {
    return right() == marks.size();
  }
}
