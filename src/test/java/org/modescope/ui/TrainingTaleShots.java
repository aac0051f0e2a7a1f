package org.modescope.ui;

import java.util.List;
import org.modescope.experiment.Forgotten;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of trainings that end otherwise than one hopes, and of nets that have less to show.
final class TrainingTaleShots {
  private TrainingTaleShots() {}

  static void take() throws Exception {
    ended("training-refused-light", "last-batch-of-one");
    ended("training-diverged-light", "diverging");
    ended("training-outlier-light", "outlier");
    setUp("training-mycomplexnet-light", "mycomplexnet");
    setUp("training-layernorm-light", "layernorm-instead");
    for (Forgotten line : Forgotten.values()) {
      ended("training-tale-" + line.key() + "-light", tale(line));
    }
  }

  private static String tale(Forgotten line) {
    return switch (line) {
      case TOTAL_PLUS_LOSS, NO_NO_GRAD -> "forgotten-item";
      case NO_TRAIN_AFTER -> "forgotten-train";
      case FROZEN_WITHOUT_EVAL, TRAIN_UNDOES_EVAL -> "forgotten-bn-eval";
      case NO_EVAL_IN_VALIDATION, NO_ZERO_GRAD -> "train-digits";
    };
  }

  private static void ended(String name, String preset) throws Exception {
    TrainingShots.take(name, ThemeChoice.LIGHT, Screenshots.preset(preset), List.of("#train"));
  }

  private static void setUp(String name, String preset) throws Exception {
    TrainingShots.take(
        name, ThemeChoice.LIGHT, Screenshots.preset(preset), List.of("#train", "#train"));
  }
}
