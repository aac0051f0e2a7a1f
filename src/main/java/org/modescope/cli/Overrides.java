package org.modescope.cli;

import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options that take the place of what an experiment says.
final class Overrides {
  @Mixin private final ModeOption mode = new ModeOption();

  @Option(
      names = "--grad",
      paramLabel = "GRAD",
      descriptionKey = "help.change.grad",
      converter = WordReader.OfGradMode.class,
      completionCandidates = WordReader.OfGradMode.class)
  private Optional<GradMode> gradMode;

  @Mixin private final PassesOption passes = new PassesOption();
  @Mixin private final SeedOption seed = new SeedOption();

  /// The experiment with all that was given.
  Experiment applied(Experiment experiment) {
    Experiment changed = seed.applied(passes.applied(mode.applied(experiment)));
    return gradMode.map(changed::withGradMode).orElse(changed);
  }
}
