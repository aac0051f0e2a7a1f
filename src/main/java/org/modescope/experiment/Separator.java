package org.modescope.experiment;

/// What stands between the cells of a table's line.
public enum Separator {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  BAR('|');

  private final char character;

  Separator(char character) {
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
