package org.modescope.ui.chart.training;

import javafx.scene.paint.Color;
import org.modescope.ui.chart.ChartPalette;

/// What a mark is about, which gives it its colour.
public enum Tone {
  TRAIN,
  EVAL,
  GRAD,
  QUIET,
  INK,
  PROBLEM;

  private static final Color TRAIN_INK = Color.web("#9c4f00");
  private static final Color EVAL_INK = Color.web("#0958a8");
  private static final Color GRAD_INK = Color.web("#126b34");
  private static final Color ON_LIGHT = Color.web("#b11d1d");
  private static final Color ON_DARK = Color.web("#ff9089");

  Color of(ChartPalette palette) {
    return switch (this) {
      case TRAIN -> palette.train();
      case EVAL -> palette.eval();
      case GRAD -> palette.grad();
      case QUIET -> palette.mutedText();
      case INK -> palette.text();
      case PROBLEM -> isDark(palette) ? ON_DARK : ON_LIGHT;
    };
  }

  /// The colour of words, which on a light ground is darker than that of marks.
  Color ink(ChartPalette palette) {
    if (isDark(palette)) {
      return of(palette);
    }
    return switch (this) {
      case TRAIN -> TRAIN_INK;
      case EVAL -> EVAL_INK;
      case GRAD -> GRAD_INK;
      case QUIET, INK, PROBLEM -> of(palette);
    };
  }

  private static boolean isDark(ChartPalette palette) {
    return palette.text().getBrightness() > 0.5;
  }
}
