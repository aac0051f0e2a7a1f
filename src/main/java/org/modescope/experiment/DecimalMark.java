package org.modescope.experiment;

/// What stands between the whole part of a number and the rest.
public enum DecimalMark {
  POINT('.'),
  COMMA(',');

  private final char character;

  DecimalMark(char character) {
    this.character = character;
  }

  public char character() {
    return character;
  }

  /// How experiment files write it.
  public String key() {
    return String.valueOf(character);
  }
}
