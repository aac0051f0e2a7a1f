package org.modescope.experiment;

/// A value that an experiment cannot take: says which, what was found and what is allowed.
public sealed class InvalidValueException extends RuntimeException permits TooLargeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String found;

  public InvalidValueException(String name, String found, String message) {
    super(message);
    this.name = name;
    this.found = found;
  }

  /// The name of the argument or setting that was refused.
  public String name() {
    return name;
  }

  /// What was found, as text.
  public String found() {
    return found;
  }
}
