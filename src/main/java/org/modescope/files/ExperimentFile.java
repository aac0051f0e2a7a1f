package org.modescope.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.modescope.experiment.Experiment;

/// Experiments in files, `*.modescope.json`.
public final class ExperimentFile {
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
    if (Files.isDirectory(file)) {
      throw new InvalidFileException(file, "", "found a folder; a file is expected");
    }
    try {
      ExperimentFolder folder = ExperimentFolder.of(file, reach);
      return new ExperimentReader(folder).read(JsonText.read(file));
    } catch (NoSuchFileException missing) {
      throw new InvalidFileException(file, "", "there is no such file");
    } catch (AccessDeniedException denied) {
      throw new InvalidFileException(file, "", "this file may not be read");
    }
  }

  /// An experiment in the form that files have.
  public static ObjectNode toJson(Experiment experiment) {
    return ExperimentWriter.toJson(experiment);
  }

  /// Writes an experiment, whole or not at all. The files that it names are left where they are.
  ///
  /// @throws UnwritableFileException if it cannot be written; what was there before stands
  public static void write(Path file, Experiment experiment) throws IOException {
    WholeFile.write(file, out -> PrettyJson.write(toJson(experiment), out));
  }
}
