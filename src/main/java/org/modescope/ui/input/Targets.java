package org.modescope.ui.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Training.Loss;
import org.modescope.ui.training.LabelColumn;
import org.modescope.ui.training.LabelTraining;
import org.modescope.words.Text;

/// What the labels of a table or data set make of the training, and of the layer that gives the
/// answers.
///
/// @param experiment with the labels as its target
/// @param changes what changes, in a few words each
record Targets(Experiment experiment, List<String> changes) {

  /// @param label a column of what the input comes from; empty for none
  static Targets of(Experiment next, Optional<LabelColumn> label, Text text) {
    if (label.isEmpty()) {
      return new Targets(LabelTraining.without(next), List.of());
    }
    LabelTraining labelled = LabelTraining.of(next, label.get());
    List<String> changes = new ArrayList<>();
    labelled
        .fitted()
        .ifPresent(
            index -> {
              LayerSpec before = next.network().get(index);
              LayerSpec after = labelled.experiment().network().get(index);
              changes.add(NetEffect.difference(before, after, "sheet.effect.answers", text));
            });
    if (!labelled.experiment().training().equals(next.training())) {
      changes.add(said(label.get(), labelled, text));
    }
    return new Targets(labelled.experiment(), changes);
  }

  private static String said(LabelColumn label, LabelTraining labelled, Text text) {
    Loss loss = labelled.loss();
    return switch (loss.targets()) {
      case CLASSES ->
          text.say(
              "sheet.effect.classes",
              "column",
              label.name(),
              "count",
              label.classes().orElse(1),
              "loss",
              loss.torchName());
      case NUMBERS ->
          text.say("sheet.effect.numbers", "column", label.name(), "loss", loss.torchName());
    };
  }
}
