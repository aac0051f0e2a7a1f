package org.modescope.ui.training;

import javafx.scene.Node;
import org.modescope.experiment.Forgotten;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.training.TrainingFace.Place;

/// The cards of a training: what each has in it, and which are shown where for an aspect of it.
record TrainingCards(
    InstrumentCard loss,
    InstrumentCard accuracy,
    InstrumentCard drift,
    InstrumentCard gradients,
    InstrumentCard updates,
    InstrumentCard direction,
    InstrumentCard backward,
    InstrumentCard memory,
    InstrumentCard held,
    Node loop) {

  void fill(TrainingCharts charts) {
    charts.curves(loss, Place.LOSS);
    charts.curves(accuracy, Place.ACCURACY);
    charts.curves(drift, Place.DRIFT);
    charts.curves(gradients, Place.GRADIENTS);
    charts.curves(updates, Place.UPDATES);
    charts.curves(direction, Place.DIRECTION);
    charts.backward(backward);
    charts.memory(memory);
    charts.held(held);
    drift.explainTitle("running-mean");
    gradients.explainTitle("gradient");
    held.explainTitle("extra-bytes");
    backward.explainTitle("batchnorm");
    memory.explainTitle("extra-bytes");
  }

  /// @param canBeRight whether answers can be right or wrong
  /// @param looked the forgotten line that is looked at
  void arrange(CardGrid grid, Page page, boolean canBeRight, Forgotten looked) {
    switch (page) {
      case COURSE -> {
        if (canBeRight) {
          grid.wideAbove(loss, accuracy, drift);
        } else {
          grid.both(loss, drift);
        }
      }
      case FORGOTTEN -> grid.wideBelow(loss, loop, telling(looked));
      case GRADIENTS -> grid.twoAboveThree(backward, memory, gradients, updates, direction);
    }
  }

  /// The card in which a forgotten line shows.
  private InstrumentCard telling(Forgotten line) {
    return switch (line) {
      case TOTAL_PLUS_LOSS, NO_NO_GRAD -> held;
      case NO_ZERO_GRAD -> gradients;
      case NO_EVAL_IN_VALIDATION, NO_TRAIN_AFTER, FROZEN_WITHOUT_EVAL, TRAIN_UNDOES_EVAL -> drift;
    };
  }
}
