package org.modescope.ui.instrument;

import org.modescope.nn.Mode;

/// What a headline is about, which gives it its colour.
public enum HeadlineTone {
  TRAIN("tone-train"),
  EVAL("tone-eval"),
  GRAD("tone-grad"),
  INK("tone-ink"),
  QUIET("tone-quiet"),
  PROBLEM("tone-problem");

  private final String styleClass;

  HeadlineTone(String styleClass) {
    this.styleClass = styleClass;
  }

  /// The tone of a mode.
  public static HeadlineTone of(Mode mode) {
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
