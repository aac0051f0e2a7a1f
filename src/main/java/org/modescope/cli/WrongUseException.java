package org.modescope.cli;

/// A command that cannot be carried out as it was given: says which part, what was found and what
/// is allowed.
final class WrongUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUseException(String message) {
    super(message);
  }
}
