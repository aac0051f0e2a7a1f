package org.modescope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.LayerPointer;
import org.modescope.cli.text.RefusalText;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.ExperimentFile;
import org.modescope.files.NamedFiles;
import org.modescope.files.NearMiss;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Refusal;
import org.modescope.nn.PassRefusedException;
import org.modescope.words.Phrase;
import picocli.CommandLine.Parameters;

/// The experiment that a command is about.
final class ExperimentArgument {
  private static final String PRESET = "preset:";

  @Parameters(
      paramLabel = "FILE",
      descriptionKey = "help.experiment.file",
      completionCandidates = PresetNames.class)
  private String file;

  /// What a command does with an experiment.
  interface Use {
    /// @return the exit code
    /// @throws IOException if a result cannot be written
    int with(Experiment experiment) throws IOException;
  }

  /// The argument as it was given, for messages.
  String name() {
    return file;
  }

  /// Reads the experiment and carries a command out with it.
  ///
  /// @param outputs what the command will write; refused if it is read by the experiment
  /// @param changes what the command's options change
  /// @return the exit code
  /// @throws WrongUseException if there is no such preset or file, or the experiment cannot be run
  /// @throws org.modescope.files.InvalidFileException if the file cannot be taken
  /// @throws IOException if a result cannot be written
  int use(Terminal terminal, OutputFiles outputs, UnaryOperator<Experiment> changes, Use use)
      throws IOException {
    Experiment given = read();
    if (!isPreset()) {
      spare(given, outputs);
    }
    Experiment experiment = changes.apply(given);
    try {
      return use.with(experiment);
    } catch (PassRefusedException refused) {
      new RefusalText(experiment, Refusal.of(refused, experiment)).print(terminal.err());
      return ExitCode.REFUSED;
    } catch (InvalidValueException invalid) {
      throw refused(experiment, invalid);
    } catch (OutOfMemoryError tooLarge) {
      new Failures(terminal.err()).tooLarge(file, tooLarge);
      return ExitCode.REFUSED;
    }
  }

  private WrongUseException refused(Experiment experiment, InvalidValueException invalid) {
    String problem = String.valueOf(invalid.getMessage());
    return new WrongUseException(
        LayerPointer.of(experiment, invalid.name())
            .map(
                place ->
                    Phrase.of("cli.wrong.at", "file", file, "place", place, "problem", problem))
            .orElse(Phrase.of("cli.wrong.in", "file", file, "problem", problem)));
  }

  private void spare(Experiment experiment, OutputFiles outputs) throws IOException {
    Path path = Path.of(file);
    outputs.spare(path);
    for (String named : NamedFiles.of(experiment)) {
      outputs.spare(path.resolveSibling(named));
    }
  }

  private boolean isPreset() {
    return file.startsWith(PRESET);
  }

  private Experiment read() {
    if (isPreset()) {
      return preset(file.substring(PRESET.length()));
    }
    if (file.isBlank()) {
      throw new WrongUseException(Phrase.of("cli.wrong.no-experiment", "name", file));
    }
    try {
      return ExperimentFile.read(Path.of(file));
    } catch (InvalidPathException wrong) {
      throw new WrongUseException(
          Phrase.of(
              "cli.wrong.in",
              "file",
              file,
              "problem",
              Phrase.of("cli.wrong.no-path", "reason", wrong.getReason())));
    } catch (IOException unreadable) {
      throw new WrongUseException(
          Phrase.of(
              "cli.wrong.unreadable",
              "file",
              file,
              "reason",
              String.valueOf(unreadable.getMessage())));
    }
  }

  private Experiment preset(String name) {
    return PresetCatalogue.named(name)
        .orElseThrow(
            () ->
                new WrongUseException(
                    Phrase.of(
                        "cli.wrong.no-preset",
                        "name",
                        file,
                        "hint",
                        NearMiss.hint(name, PresetCatalogue.keys()),
                        "presets",
                        String.join(", ", PresetCatalogue.keys()))));
  }

  /// What can be completed besides files.
  static final class PresetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PresetCatalogue.keys().stream().map(PRESET::concat).iterator();
    }
  }
}
