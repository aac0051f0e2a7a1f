package org.modescope.files.pytorch.importing;

/// The source makes more than is followed.
final class TooMuchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  TooMuchException(int line) {
    super("more than is followed", null, false, false);
    this.line = line;
  }

  int line() {
    return line;
  }
}
