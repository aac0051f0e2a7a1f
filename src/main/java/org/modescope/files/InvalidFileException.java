package org.modescope.files;

import java.nio.file.Path;

/// A file that cannot be taken: says which, where in it, what was found and what is allowed.
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param place where in the file, as people would point at it: a key, a line, a JSON pointer
  /// @param problem what was found and what is allowed
  public InvalidFileException(Path file, String place, String problem) {
    super(
        place.isEmpty()
            ? "%s: %s".formatted(file, Printable.of(problem))
            : "%s, %s: %s".formatted(file, Printable.of(place), Printable.of(problem)));
  }
}
