package org.modescope.ui.cells;

import java.util.List;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;

/// One of the six: a mode and a grad mode.
record Place(Mode mode, GradMode gradMode) {
  /// By mode, then by grad mode.
  static final List<Place> ALL =
      Stream.of(Mode.values())
          .flatMap(mode -> Stream.of(GradMode.values()).map(grad -> new Place(mode, grad)))
          .toList();

  /// Where an experiment is set to.
  static Place of(Experiment experiment) {
    return new Place(experiment.mode(), experiment.gradMode());
  }

  /// The experiment set to this.
  Experiment set(Experiment experiment) {
    return experiment.withMode(mode).withGradMode(gradMode);
  }

  /// Part of the names of nodes: `train-no_grad`.
  String key() {
    return mode.key() + "-" + gradMode.key();
  }

  /// As Python sets it.
  String code() {
    String scope = gradMode == GradMode.GRAD ? "enable_grad" : gradMode.key();
    return "net." + mode.key() + "() · " + scope + "()";
  }
}
