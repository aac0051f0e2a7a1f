package org.modescope.cli;

import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import picocli.CommandLine.Option;

/// Options that take the place of what an experiment says.
final class Overrides {
  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "train or eval, instead of the experiment's mode.",
      converter = Choice.OfMode.class,
      completionCandidates = Choice.OfMode.class)
  private Optional<Mode> mode;

  @Option(
      names = "--grad",
      paramLabel = "GRAD",
      description = "grad, no_grad or inference_mode, instead of the experiment's.",
      converter = Choice.OfGradMode.class,
      completionCandidates = Choice.OfGradMode.class)
  private Optional<GradMode> gradMode;

  @Option(
      names = "--passes",
      paramLabel = "N",
      description = "How many passes, instead of the experiment's number; at most 1,000,000.",
      converter = WholeNumber.Passes.class)
  private Optional<Integer> passes;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Another seed for initial parameters and for dropout.",
      converter = Seed.class)
  private Optional<Long> seed;

  /// The experiment with all that was given.
  Experiment applied(Experiment experiment) {
    Experiment changed = mode.map(experiment::withMode).orElse(experiment);
    changed = gradMode.map(changed::withGradMode).orElse(changed);
    changed = passes.map(changed::withPasses).orElse(changed);
    return seed.map(changed::withSeed).orElse(changed);
  }
}
