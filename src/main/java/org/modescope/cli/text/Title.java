package org.modescope.cli.text;

import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;

/// What reports call an experiment.
public final class Title {
  private Title() {}

  public static String of(Experiment experiment) {
    return experiment.name().isBlank() ? "Experiment" : Printable.of(experiment.name());
  }
}
