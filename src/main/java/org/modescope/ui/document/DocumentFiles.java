package org.modescope.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.Reach;
import org.modescope.files.ReadWatch;

/// Reads and writes documents; may take long, so not on the FX thread.
final class DocumentFiles {
  private DocumentFiles() {}

  /// What was read.
  record Opened(Document.InFile document, Experiment experiment) {}

  /// How saving ended.
  sealed interface Saved {
    /// It is written.
    record Written(Document.InFile document) implements Saved {}

    /// Nothing is written: the file is not the one that was read.
    record ChangedMeanwhile() implements Saved {}
  }

  /// Reads an experiment file.
  ///
  /// @throws IOException if it cannot be read
  /// @param watch is told how far the files are that it names, and may end it
  /// @throws org.modescope.files.InvalidFileException if it is not an experiment
  /// @throws java.util.concurrent.CancellationException if the watch ended it
  static Opened open(Path file, ReadWatch watch) throws IOException {
    // The version first: a change between the two steps is then noticed, not overlooked.
    FileVersion version = FileVersion.of(file);
    Experiment experiment = ExperimentFile.read(file, Reach.OWN_FOLDER, watch);
    return new Opened(new Document.InFile(file, version, Optional.of(experiment)), experiment);
  }

  /// Writes an experiment file, whole or not at all.
  ///
  /// @param from what the experiment is kept as now
  /// @param basis what the file must be for it to be overwritten; empty if anything may be
  /// @throws IOException if it cannot be written; what was there before stands
  static Saved save(Path file, Experiment experiment, Document from, Optional<FileVersion> basis)
      throws IOException {
    if (basis.isPresent() && Files.exists(file) && !FileVersion.of(file).equals(basis.get())) {
      return new Saved.ChangedMeanwhile();
    }
    Path folder = Objects.requireNonNull(file.getParent(), "an absolute file lies in a folder");
    Companions.bring(experiment, from.home(), folder);
    ExperimentFile.write(file, Elsewhere.brought(experiment, folder));
    return new Saved.Written(
        new Document.InFile(file, FileVersion.of(file), Optional.of(experiment)));
  }
}
