package org.modescope.ui.training;

import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.words.Text;

/// The setting in a line or two, for where it is folded.
///
/// @param text the language
record SettingSummary(Text text) {
  String of(Experiment experiment) {
    return experiment.training().map(training -> of(experiment, training)).orElse("");
  }

  private String of(Experiment experiment, Training training) {
    return text.say(
        "training.summary",
        "rows",
        experiment.input().shape().size(0),
        "held",
        training.validation().map(held -> held.input().shape().size(0)).orElse(0),
        "batch",
        training.batchSize(),
        "optimizer",
        OptimizerChoice.of(training.optimizer()).torchName(),
        "lr",
        NumberText.of(OptimizerChoice.value(training.optimizer(), "lr")),
        "loss",
        training.loss().torchName(),
        "epochs",
        training.epochs());
  }
}
