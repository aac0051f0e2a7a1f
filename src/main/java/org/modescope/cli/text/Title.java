package org.modescope.cli.text;

import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;
import org.modescope.words.Text;

/// What reports call an experiment.
public final class Title {
  private Title() {}

  public static String of(Experiment experiment) {
    return experiment.name().isBlank()
        ? Text.english().say("cli.unnamed")
        : Printable.of(experiment.name());
  }
}
