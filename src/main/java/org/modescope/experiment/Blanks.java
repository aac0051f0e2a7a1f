package org.modescope.experiment;

/// What becomes of a cell of a table that should have a number and has none.
public enum Blanks {
  /// The table is refused, and the cell named.
  REFUSE("refuse"),
  /// The whole row is left out.
  DROP("drop"),
  /// The mean of the column's other numbers is put in.
  MEAN("mean");

  private final String key;

  Blanks(String key) {
    this.key = key;
  }

  /// The name that experiment files use.
  public String key() {
    return key;
  }
}
