package org.modescope.cli;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Seeds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `--seed`.
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "SEED",
      descriptionKey = "help.change.seed",
      converter = Reader.class)
  private Optional<Long> seed;

  /// The experiment with the seed that was given.
  Experiment applied(Experiment experiment) {
    return seed.map(experiment::withSeed).orElse(experiment);
  }

  /// Reads a seed.
  static final class Reader implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Seeds.parse(text);
      } catch (InvalidValueException notASeed) {
        throw new TypeConversionException(notASeed.getMessage());
      }
    }
  }
}
