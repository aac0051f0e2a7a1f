package org.modescope.mystery;

import java.util.List;
import java.util.Optional;

/// What a check says about one guess.
///
/// @param item what was guessed
/// @param outcome whether it counts
/// @param facts what gives it away, the most telling first; empty where nothing does
/// @param instead what would have been seen had the guess been true; empty where it is true, and
///   where no net could be made of it
/// @param alike other guesses about this item that would have counted, too
public record Mark(
    Item item, Result result, List<Fact> facts, Optional<Report> instead, List<Composition> alike) {
  public Mark {
    facts = List.copyOf(facts);
    alike = List.copyOf(alike);
  }

  /// Whether a guess counts.
  public enum Result {
    /// It is what it was.
    TRUE,
    /// It is something else that nothing visible tells from what it was.
    SAME,
    WRONG;

    public boolean counts() {
      return this != WRONG;
    }
  }
}
