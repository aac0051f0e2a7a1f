package org.modescope.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.modescope.words.Phrase;

/// Whether there is a file to read at all.
public final class RegularFile {
  private RegularFile() {}

  /// @throws InvalidFileException if there is no such file, or it is a folder, a device or a pipe,
  ///   or may not be read
  public static void check(Path file) {
    if (Files.notExists(file)) {
      throw new InvalidFileException(
          file,
          FileNames.nearest(file)
              .map(name -> Phrase.of("file.missing-near", "name", name))
              .orElse(Phrase.of("file.missing")));
    }
    if (Files.isDirectory(file)) {
      throw new InvalidFileException(file, Phrase.of("file.is-folder"));
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidFileException(file, Phrase.of("file.is-device"));
    }
    if (!Files.isReadable(file)) {
      throw new InvalidFileException(file, Phrase.of("file.denied"));
    }
  }
}
