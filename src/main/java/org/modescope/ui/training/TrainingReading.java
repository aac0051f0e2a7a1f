package org.modescope.ui.training;

import java.util.List;

/// What is read at the bottom of the screen.
///
/// @param headline what happened
/// @param detail why
/// @param error PyTorch's words, where it refused; empty otherwise
/// @param trials what to try next
record TrainingReading(
    Tone tone, String headline, String detail, String error, List<TrainingTrial> trials) {
  TrainingReading {
    trials = List.copyOf(trials);
  }

  /// What it is about.
  enum Tone {
    NEUTRAL("reading-neutral"),
    TRAIN("reading-train"),
    EVAL("reading-eval"),
    PROBLEM("reading-problem");

    private final String styleClass;

    Tone(String styleClass) {
      this.styleClass = styleClass;
    }

    String styleClass() {
      return styleClass;
    }
  }
}
