package org.modescope.experiment;

/// A value that would be allowed if there were more memory.
public final class TooLargeException extends InvalidValueException {
  private static final long serialVersionUID = 1L;

  public TooLargeException(String name, String found, String message) {
    super(name, found, message);
  }
}
