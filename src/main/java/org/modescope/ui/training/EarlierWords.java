package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.words.Text;

/// What the training before is called: by what was otherwise in its setting.
///
/// @param text the language
record EarlierWords(Text text) {
  private static final int MOST = 2;

  String of(Seen seen) {
    List<String> others =
        differences(seen.earlier().orElseThrow().experiment(), seen.course().experiment());
    return others.isEmpty()
        ? text.say("training.legend.earlier")
        : text.say(
            "training.legend.earlier.with",
            "setting",
            text.list(others.subList(0, Math.min(MOST, others.size()))));
  }

  private List<String> differences(Experiment before, Experiment now) {
    Training old = before.training().orElseThrow();
    Training training = now.training().orElseThrow();
    List<String> others = new ArrayList<>();
    OptimizerChoice optimizer = OptimizerChoice.of(old.optimizer());
    if (optimizer != OptimizerChoice.of(training.optimizer())) {
      others.add(optimizer.torchName());
    }
    for (String argument : optimizer.arguments()) {
      double value = OptimizerChoice.value(old.optimizer(), argument);
      if (optimizer == OptimizerChoice.of(training.optimizer())
          && value != OptimizerChoice.value(training.optimizer(), argument)) {
        others.add(argument + " " + NumberText.of(value));
      }
    }
    if (old.loss() != training.loss()) {
      others.add(old.loss().torchName());
    }
    if (old.batchSize() != training.batchSize()) {
      others.add(text.say("training.legend.earlier.batch", "rows", old.batchSize()));
    }
    if (!old.forgotten().equals(training.forgotten())) {
      others.add(text.say("training.legend.earlier.loop"));
    }
    if (!before.network().equals(now.network())) {
      others.add(text.say("training.legend.earlier.net"));
    }
    if (before.seed() != now.seed()) {
      others.add(text.say("training.legend.earlier.seed", "seed", Long.toString(before.seed())));
    }
    return others;
  }
}
