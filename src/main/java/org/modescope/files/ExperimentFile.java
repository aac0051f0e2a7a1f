package org.modescope.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.words.Phrase;

/// Experiments in files, `*.modescope.json`.
public final class ExperimentFile {
  /// The most numbers, and brackets around them, that may stand in an experiment file itself.
  public static final int MAXIMUM_VALUES = 1 << 20;

  private ExperimentFile() {}

  /// Reads an experiment and every file that it names, which must lie in its folder or below.
  ///
  /// @throws InvalidFileException if anything in it is unknown, missing or out of range
  /// @throws IOException if a file cannot be read
  public static Experiment read(Path file) throws IOException {
    return read(file, Reach.OWN_FOLDER);
  }

  /// Reads an experiment and every file that it names.
  ///
  /// @param reach where these may lie
  /// @throws InvalidFileException if anything in it is unknown, missing or out of range
  /// @throws IOException if a file cannot be read
  public static Experiment read(Path file, Reach reach) throws IOException {
    return read(file, reach, ReadWatch.NONE);
  }

  /// The same, which may take long.
  ///
  /// @param watch is told how far each file is that the experiment names, and may end it
  /// @throws java.util.concurrent.CancellationException if the watch ended it
  public static Experiment read(Path file, Reach reach, ReadWatch watch) throws IOException {
    RegularFile.check(file);
    ExperimentFolder folder = ExperimentFolder.of(file, reach, watch);
    return new ExperimentReader(folder).read(JsonText.read(file));
  }

  /// An experiment in the form that files have.
  public static ObjectNode toJson(Experiment experiment) {
    return ExperimentWriter.toJson(experiment);
  }

  /// Writes an experiment, whole or not at all. The files that it names are left where they are,
  /// and so are their names. A state whose file is not there yet, such as a preset's, is written
  /// beside the experiment first, and so is one that was edited, under the experiment's own name.
  ///
  /// @throws UnwritableFileException if it cannot be written, or has more than [#MAXIMUM_VALUES]
  ///   written down; what was there before stands
  public static void write(Path file, Experiment experiment) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("").normalize();
    Experiment settled = EditedState.settled(experiment, file);
    WholeFile.Content content = content(file, settled);
    if (settled.parameters().isPresent()) {
      Parameters given = settled.parameters().get();
      if (given.equals(experiment.parameters().orElse(null))) {
        writeMissingState(folder, given);
      } else {
        StateFile.write(folder.resolve(given.file()), given.state());
      }
    }
    for (Parameters head : NamedFiles.oldHeads(experiment)) {
      writeMissingState(folder, head);
    }
    WholeFile.write(file, content);
  }

  private static WholeFile.Content content(Path file, Experiment experiment)
      throws UnwritableFileException {
    long values = ExperimentWriter.valuesWrittenDown(experiment);
    if (values > MAXIMUM_VALUES) {
      throw new UnwritableFileException(
          file, Phrase.of("file.write.values", "values", values, "most", MAXIMUM_VALUES));
    }
    return out -> PrettyJson.write(toJson(experiment), out);
  }

  private static void writeMissingState(Path folder, Parameters parameters) throws IOException {
    Path file = folder.resolve(parameters.file()).normalize();
    boolean isOwn = file.startsWith(folder) && Files.isDirectory(file.resolveSibling(""));
    if (isOwn && Files.notExists(file)) {
      StateFile.write(file, parameters.state());
    }
  }
}
