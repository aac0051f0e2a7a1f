package org.modescope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.modescope.words.Phrase;

/// The folder that an experiment's file lies in, and what it may name from there.
///
/// @param root the folder
/// @param reach whether files elsewhere may be named
/// @param watch is told how far each of the files is read
record ExperimentFolder(Path root, Reach reach, ReadWatch watch) {
  /// The folder of an experiment's file.
  static ExperimentFolder of(Path file, Reach reach) {
    return of(file, reach, ReadWatch.NONE);
  }

  /// The same, whose files may take long to read.
  static ExperimentFolder of(Path file, Reach reach, ReadWatch watch) {
    Path parent = file.toAbsolutePath().getParent();
    return new ExperimentFolder(parent == null ? file.toAbsolutePath() : parent, reach, watch);
  }

  /// Tells the watch what is read of a state.
  ReadProgress progress() {
    return (bytes, of) -> watch.check((double) bytes / Math.max(1, of));
  }

  /// The file that a value names.
  ///
  /// @throws InvalidFileException if there is none, or it lies elsewhere; links are followed
  /// @throws IOException if that cannot be found out
  Path resolve(JsonValue value) throws IOException {
    Path file = named(value);
    if (reach == Reach.OWN_FOLDER && !file.startsWith(root.normalize())) {
      throw leadsElsewhere(value);
    }
    if (!Files.exists(file)) {
      throw value
          .place()
          .invalid(
              Phrase.of(
                  "file.experiment.no-file",
                  "name",
                  value.shown(),
                  "hint",
                  NearMiss.hint(FileNames.nearest(file)),
                  "folder",
                  root.toString()));
    }
    if (!Files.isRegularFile(file)) {
      throw value.place().invalid(Phrase.of("file.experiment.not-a-file", "name", value.shown()));
    }
    if (reach == Reach.OWN_FOLDER && !file.toRealPath().startsWith(root.toRealPath())) {
      throw leadsElsewhere(value);
    }
    return file;
  }

  private Path named(JsonValue value) {
    String name = value.text();
    try {
      if (!name.isBlank()) {
        return root.resolve(name).normalize();
      }
    } catch (InvalidPathException unusable) {
      // Refused below, as is an empty name.
    }
    throw value.refuse(Phrase.of("file.allowed.file"));
  }

  private InvalidFileException leadsElsewhere(JsonValue value) {
    return value
        .place()
        .invalid(
            Phrase.of(
                "file.experiment.elsewhere", "name", value.shown(), "folder", root.toString()));
  }
}
