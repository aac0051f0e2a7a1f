package org.modescope.files;

import java.nio.file.Files;
import java.nio.file.Path;

/// Whether there is a file to read at all.
final class RegularFile {
  private RegularFile() {}

  /// @throws InvalidFileException if there is no such file, or it is a folder, a device or a pipe,
  ///   or may not be read
  static void check(Path file) {
    if (Files.notExists(file)) {
      throw new InvalidFileException(
          file,
          "",
          "there is no such file"
              + FileNames.nearest(file).map("; did you mean “%s”?"::formatted).orElse(""));
    }
    if (Files.isDirectory(file)) {
      throw new InvalidFileException(file, "", "found a folder; a file is expected");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidFileException(
          file, "", "found a device or a pipe; a file on disk is expected");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidFileException(file, "", "this file may not be read");
    }
  }
}
