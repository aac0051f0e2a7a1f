package org.modescope.cli;

import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;

/// What reports call an experiment.
final class Title {
  private Title() {}

  static String of(Experiment experiment) {
    return experiment.name().isBlank() ? "Experiment" : Printable.of(experiment.name());
  }
}
