package org.modescope.cli.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.modescope.files.Spool;
import org.modescope.words.Phrase;

/// Where a result goes.
public sealed interface Destination {

  /// A file or a folder.
  record Place(Path path) implements Destination {}

  /// `-`.
  record StandardOutput() implements Destination {}

  /// The file that an option names, or standard output for `-`, checked as far as it can be before
  /// anything is computed.
  ///
  /// @param option such as `--json`
  /// @param where a path, or `-`
  /// @throws WrongUseException if no file can be written there
  static Destination ofFile(String option, String where) {
    if (isStandardOutput(where)) {
      return new StandardOutput();
    }
    Path file = path(option, where);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw refused(option, where, Phrase.of("cli.wrong.is-folder"));
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused(
          option, where, Phrase.of("cli.wrong.no-folder", "folder", String.valueOf(folder)));
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw refused(option, where, Phrase.of("cli.wrong.not-writable"));
    }
    return new Place(file);
  }

  /// The folder that an option names; it need not exist.
  ///
  /// @throws WrongUseException if no files can be written there
  static Path ofFolder(String option, String where) {
    Path folder = path(option, where);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refused(option, where, Phrase.of("cli.wrong.is-file"));
    }
    @Nullable Path existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw refused(option, where, Phrase.of("cli.wrong.no-folder-there"));
    }
    return folder;
  }

  /// Where a result waits until it is known in full: on the disk that it is meant for; what is
  /// meant for standard output, among temporary files.
  default Spool spool() throws IOException {
    return switch (this) {
      case Place(Path file) -> Spool.near(file);
      case StandardOutput() ->
          Spool.near(Path.of(System.getProperty("java.io.tmpdir"), "standard-output"));
    };
  }

  /// Whether that is what `-` means.
  static boolean isStandardOutput(String where) {
    return where.equals("-");
  }

  private static Path path(String option, String where) {
    if (where.isBlank()) {
      throw new WrongUseException(
          Phrase.of("cli.wrong.empty-name", "option", option, "where", where));
    }
    try {
      return Path.of(where);
    } catch (InvalidPathException wrong) {
      throw refused(option, where, Phrase.of("cli.wrong.no-path", "reason", wrong.getReason()));
    }
  }

  private static WrongUseException refused(String option, String where, Phrase reason) {
    return new WrongUseException(
        Phrase.of("cli.wrong.destination", "option", option, "where", where, "reason", reason));
  }
}
