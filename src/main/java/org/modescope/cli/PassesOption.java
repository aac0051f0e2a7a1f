package org.modescope.cli;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import picocli.CommandLine.Option;

/// `--passes`.
final class PassesOption {
  @Option(
      names = "--passes",
      paramLabel = "N",
      description = "How many passes, instead of the experiment's number; at most 1,000,000.",
      converter = CountReader.Passes.class)
  private Optional<Integer> passes;

  /// The experiment with the number of passes that was given.
  Experiment applied(Experiment experiment) {
    return passes.map(experiment::withPasses).orElse(experiment);
  }
}
