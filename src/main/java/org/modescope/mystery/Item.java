package org.modescope.mystery;

/// One thing that is hidden and guessed.
public sealed interface Item {

  /// The layer at a place, counted from 0.
  record Layer(int place) implements Item {}

  /// What `train()` or `eval()` has set.
  record ModeSwitch() implements Item {}

  /// Whether passes are recorded.
  record GradSwitch() implements Item {}
}
