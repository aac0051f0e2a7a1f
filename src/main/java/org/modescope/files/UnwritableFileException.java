package org.modescope.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// A file that cannot be written: says which and why. What was there before stands. Its message is
/// English; [#in(Text)] tells the same in any language.
public final class UnwritableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  UnwritableFileException(Path file, Phrase reason) {
    this(Phrase.of("file.unwritable", "file", file.toString(), "reason", reason));
  }

  private UnwritableFileException(Phrase told) {
    super(told.in(Text.english()));
    this.told = told;
  }

  /// The failure of a write, with the file's name unless it has that already.
  static UnwritableFileException of(Path file, IOException cause) {
    if (cause instanceof UnwritableFileException named) {
      return named;
    }
    UnwritableFileException unwritable = new UnwritableFileException(file, reason(cause));
    unwritable.initCause(cause);
    return unwritable;
  }

  /// The message in a language.
  public String in(Text text) {
    return told.in(text);
  }

  /// The messages of the file system's exceptions often are just a name.
  private static Phrase reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> about("file.write.denied", denied);
      case NoSuchFileException gone -> about("file.write.impossible", gone);
      case NotDirectoryException wrong -> about("file.write.not-a-folder", wrong);
      case FileSystemException other when other.getReason() != null ->
          Phrase.verbatim(other.getReason());
      default -> Phrase.verbatim(String.valueOf(cause.getMessage()));
    };
  }

  private static Phrase about(String key, FileSystemException cause) {
    return Phrase.of(key, "file", String.valueOf(cause.getFile()));
  }
}
