package org.modescope.ui;

import java.util.List;
import java.util.Set;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of trainings that end otherwise than one hopes, and of nets that have less to show.
final class TrainingTaleShots {
  private static final int EPOCHS = 4;

  private TrainingTaleShots() {}

  static void take() throws Exception {
    ended("training-refused-light", "last-batch-of-one");
    ended("training-diverged-light", "diverging");
    ended("training-outlier-light", "outlier");
    setUp("training-mycomplexnet-light", "mycomplexnet");
    setUp("training-layernorm-light", "layernorm-instead");
    for (Forgotten line : Forgotten.values()) {
      forgotten(line);
    }
  }

  /// One line is forgotten, and the page that tells of it is open.
  private static void forgotten(Forgotten line) throws Exception {
    Experiment whole = Screenshots.preset(tale(line));
    Experiment without =
        whole.withTraining(
            whole.training().map(each -> each.withEpochs(EPOCHS).withForgotten(Set.of(line))));
    TrainingShots.take(
        "training-tale-" + line.key().replace('_', '-') + "-light",
        ThemeChoice.LIGHT,
        without,
        List.of("#train"),
        stage -> TrainingShots.choose(stage, 1));
  }

  private static String tale(Forgotten line) {
    return switch (line) {
      case FROZEN_WITHOUT_EVAL, TRAIN_UNDOES_EVAL -> "forgotten-bn-eval";
      case TOTAL_PLUS_LOSS, NO_NO_GRAD, NO_TRAIN_AFTER, NO_EVAL_IN_VALIDATION, NO_ZERO_GRAD ->
          "train-digits";
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
