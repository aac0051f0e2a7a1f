package org.modescope.words;

import org.modescope.experiment.Experiment;

/// Something to try next.
///
/// @param change what it changes
/// @param text what to do and what to look for
public record Suggestion(Change change, String text) {

  /// The experiment in hand with that done.
  ///
  /// @throws org.modescope.experiment.InvalidValueException if it cannot have that
  public Experiment apply(Experiment now) {
    return change.apply(now);
  }
}
