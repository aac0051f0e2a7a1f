package org.modescope.mystery;

/// One thing that can be seen of a mystery net. Nets that agree in all facts are the same to
/// whoever sees nothing else.
public enum Fact {
  /// Whether the layers fit the shapes between them, which are told.
  SHAPES("shapes", Place.CARD),
  /// How many parameters the layers have: each, or all together where only that is told.
  PARAMETERS("parameters", Place.CARD),
  /// Whether passes of the same rows differ.
  ANSWERS("answers", Place.OUTPUTS),
  /// The share of answers that are exactly 0.
  ZEROS("zeros", Place.OUTPUTS),
  /// Which running statistics there are, and whether they move.
  STATISTICS("statistics", Place.STATISTICS),
  /// How many bytes a pass keeps for backward.
  BYTES("bytes", Place.MEMORY),
  /// What comes of calling backward.
  BACKWARD("backward", Place.MEMORY),
  /// Whether a batch of one row is accepted.
  ALONE("alone", Place.OUTPUTS),
  /// Whether a row's answer depends on its mates.
  COMPANY("company", Place.OUTPUTS),
  /// Whether answers follow the input in a straight line.
  LINE("line", Place.OUTPUTS),
  /// Whether −x is answered by the mirror image of what x is.
  MIRROR("mirror", Place.OUTPUTS),
  /// Whether answers stop growing.
  LEVEL("level", Place.OUTPUTS);

  /// Where a fact is seen.
  public enum Place {
    CARD,
    OUTPUTS,
    STATISTICS,
    MEMORY;

    /// The instrument's number; 0 for the cards themselves.
    public int number() {
      return ordinal();
    }
  }

  private final String key;
  private final Place place;

  Fact(String key, Place place) {
    this.key = key;
    this.place = place;
  }

  /// How the words about it end their keys.
  public String key() {
    return key;
  }

  public Place place() {
    return place;
  }
}
