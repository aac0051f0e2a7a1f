package org.modescope.cli;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import picocli.CommandLine.Option;

/// `--passes`.
final class PassesOption {
  @Option(
      names = "--passes",
      paramLabel = "N",
      descriptionKey = "help.change.passes",
      converter = CountReader.Passes.class)
  private Optional<Integer> passes;

  /// The experiment with the number of passes that was given.
  Experiment applied(Experiment experiment) {
    return passes.map(experiment::withPasses).orElse(experiment);
  }
}
