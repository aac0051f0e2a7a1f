package org.modescope.mystery;

/// What may be done to a mystery net to find out about it, as often as one likes. Each begins with
/// the net as it was handed out.
public enum Trial {
  /// The same rows, pass after pass.
  RUN("run"),
  /// The first row without any mate.
  ALONE("alone"),
  /// The first row among other mates, with the same draws.
  COMPANY("company"),
  /// `backward()` on the sum of what comes out.
  BACKWARD("backward"),
  /// The rows times 0, −1, 2, 100 and 1,000, with the same draws.
  STRETCH("stretch");

  private final String key;

  Trial(String key) {
    this.key = key;
  }

  /// How the words about it end their keys.
  public String key() {
    return key;
  }
}
