package org.modescope.files;

import java.nio.file.Path;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// A file that cannot be taken: says which, where in it, what was found and what is allowed. Its
/// message is English; [#in(Text)] tells the same in any language.
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  /// @param problem what was found and what is allowed
  public InvalidFileException(Path file, Phrase problem) {
    this(Phrase.of("file.invalid", "file", file.toString(), "problem", problem));
  }

  /// @param place where in the file, as people would point at it: a key, a line, a JSON pointer
  /// @param problem what was found and what is allowed
  public InvalidFileException(Path file, Phrase place, Phrase problem) {
    this(Phrase.of("file.invalid-at", "file", file.toString(), "place", place, "problem", problem));
  }

  private InvalidFileException(Phrase told) {
    super(in(Text.english(), told));
    this.told = told;
  }

  /// The message in a language.
  public String in(Text text) {
    return in(text, told);
  }

  /// What it says, to be part of another message.
  public Phrase told() {
    return told;
  }

  private static String in(Text text, Phrase told) {
    return Printable.of(told.in(text));
  }
}
