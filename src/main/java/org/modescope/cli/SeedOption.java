package org.modescope.cli;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import picocli.CommandLine.Option;

/// `--seed`.
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Another seed for initial parameters, for dropout and for shuffling.",
      converter = Seed.class)
  private Optional<Long> seed;

  /// The experiment with the seed that was given.
  Experiment applied(Experiment experiment) {
    return seed.map(experiment::withSeed).orElse(experiment);
  }
}
