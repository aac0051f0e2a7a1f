package org.modescope.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// A file that cannot be written: says which and why. What was there before stands.
public final class UnwritableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  UnwritableFileException(Path file, String reason) {
    super("%s cannot be written: %s".formatted(file, reason));
  }

  private UnwritableFileException(Path file, IOException cause) {
    super("%s cannot be written: %s".formatted(file, reason(cause)), cause);
  }

  /// The failure of a write, with the file's name unless it has that already.
  static UnwritableFileException of(Path file, IOException cause) {
    return cause instanceof UnwritableFileException named
        ? named
        : new UnwritableFileException(file, cause);
  }

  /// The messages of the file system's exceptions often are just a name.
  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "access to %s is denied".formatted(denied.getFile());
      case NoSuchFileException gone -> "no file can be made at %s".formatted(gone.getFile());
      case NotDirectoryException wrong -> "%s is not a folder".formatted(wrong.getFile());
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }
}
