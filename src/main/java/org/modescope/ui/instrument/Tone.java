package org.modescope.ui.instrument;

import org.modescope.nn.Mode;

/// What a headline is about, which gives it its colour.
public enum Tone {
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

  /// The style class that carries the colour.
  public String styleClass() {
    return styleClass;
  }
}
