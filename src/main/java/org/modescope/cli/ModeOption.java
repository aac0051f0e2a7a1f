package org.modescope.cli;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import picocli.CommandLine.Option;

/// `--mode`.
final class ModeOption {
  @Option(
      names = "--mode",
      paramLabel = "MODE",
      descriptionKey = "help.change.mode",
      converter = WordReader.OfMode.class,
      completionCandidates = WordReader.OfMode.class)
  private Optional<Mode> mode;

  /// The experiment in the mode that was given.
  Experiment applied(Experiment experiment) {
    return mode.map(experiment::withMode).orElse(experiment);
  }
}
