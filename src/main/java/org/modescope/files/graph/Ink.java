package org.modescope.files.graph;

import org.modescope.autograd.SavedKind;

/// What a colour means in a drawing; themes and files say which colour that is.
public enum Ink {
  NONE("none"),
  PANEL("#ffffff"),
  GROUND("#f6f7f9"),
  SHADE("#eef1f4"),
  LINE("#dfe3e8"),
  LINE_STRONG("#b9c1cb"),
  TEXT("#1c2430"),
  MUTED("#5c6776"),
  GRAD("#15803d"),
  GRAD_SOFT("#e8f6ed"),
  GRAD_TEXT("#126b34"),
  INPUT("#94a3b8"),
  ACTIVATION("#56b4e9"),
  MASK("#d55e00"),
  STATISTIC("#009e73"),
  REFERENCE("#cc79a7");

  private final String onPaper;

  Ink(String onPaper) {
    this.onPaper = onPaper;
  }

  /// The colour in a file, which is on white.
  public String onPaper() {
    return onPaper;
  }

  /// The colour that stands for a kind of saved tensor.
  public static Ink of(SavedKind kind) {
    return switch (kind) {
      case INPUT -> INPUT;
      case ACTIVATION -> ACTIVATION;
      case MASK -> MASK;
      case STATISTIC -> STATISTIC;
      case REFERENCE -> REFERENCE;
    };
  }
}
