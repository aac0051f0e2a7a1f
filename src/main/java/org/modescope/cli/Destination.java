package org.modescope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where a result goes: a file, or standard output for `-`. Nothing is there before all is written.
final class Destination implements AutoCloseable {
  private static final String STANDARD_OUTPUT = "-";

  private final PrintStream out;
  private final String where;
  private final Path partial;
  private final OutputStream stream;

  /// Opens it.
  ///
  /// @param option the option that names it, for messages
  /// @param where a path, or `-`
  /// @throws WrongUseException if nothing can be written there
  Destination(String option, String where, PrintStream out) {
    this.out = out;
    this.where = where;
    try {
      partial = isStandardOutput(where) ? spool() : beside(option, Path.of(where));
      stream = new BufferedOutputStream(Files.newOutputStream(partial));
    } catch (IOException | java.nio.file.InvalidPathException refused) {
      throw new WrongUseException(
          "%s %s: cannot be written: %s".formatted(option, where, refused.getMessage()));
    }
  }

  /// Whether a result goes to standard output.
  static boolean isStandardOutput(String where) {
    return where.equals(STANDARD_OUTPUT);
  }

  /// A temporary file for what is to be copied later.
  static Path spool() throws IOException {
    return Files.createTempFile("modescope", ".partial");
  }

  private static Path beside(String option, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new WrongUseException(
          "%s %s: must be a file in a folder that exists".formatted(option, file));
    }
    return Files.createTempFile(folder, ".modescope", ".partial");
  }

  /// Takes what is written.
  OutputStream stream() {
    return stream;
  }

  /// Puts what was written where it belongs.
  void publish() throws IOException {
    stream.close();
    if (isStandardOutput(where)) {
      Files.copy(partial, out);
    } else {
      Files.move(
          partial,
          Path.of(where).toAbsolutePath(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
      Files.deleteIfExists(partial);
    } catch (IOException left) {
      throw new java.io.UncheckedIOException(left);
    }
  }
}
