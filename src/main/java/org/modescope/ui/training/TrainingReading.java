package org.modescope.ui.training;

import java.util.List;

/// What is read at the bottom of the screen.
///
/// @param headline what happened
/// @param detail why
/// @param error PyTorch's words, where it refused; empty otherwise
/// @param trials what to try next
/// @param findings all that is known of the training, each in a sentence or two; empty while it
///   goes on
record TrainingReading(
    Tone tone,
    String headline,
    String detail,
    String error,
    List<TrainingTrial> trials,
    List<String> findings) {
  TrainingReading {
    trials = List.copyOf(trials);
    findings = List.copyOf(findings);
  }

  /// A reading without findings.
  TrainingReading(
      Tone tone, String headline, String detail, String error, List<TrainingTrial> trials) {
    this(tone, headline, detail, error, trials, List.of());
  }

  /// The same with all that is known of the training.
  TrainingReading with(List<String> found) {
    return new TrainingReading(tone, headline, detail, error, trials, found);
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
