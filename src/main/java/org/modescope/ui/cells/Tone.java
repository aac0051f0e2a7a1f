package org.modescope.ui.cells;

import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// What an answer is about, which gives it its colour.
enum Tone {
  TRAIN("tone-train"),
  EVAL("tone-eval"),
  GRAD("tone-grad"),
  QUIET("tone-quiet"),
  PROBLEM("tone-problem");

  private final String styleClass;

  Tone(String styleClass) {
    this.styleClass = styleClass;
  }

  static Tone of(Mode mode) {
    return switch (mode) {
      case TRAIN -> TRAIN;
      case EVAL -> EVAL;
    };
  }

  static Tone of(GradMode gradMode) {
    return switch (gradMode) {
      case GRAD -> GRAD;
      case NO_GRAD, INFERENCE_MODE -> QUIET;
    };
  }

  String styleClass() {
    return styleClass;
  }
}
