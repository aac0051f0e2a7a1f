package org.modescope.mystery;

/// How answers follow when all inputs are multiplied by a number: shares of how far the answers
/// move.
///
/// @param offLine how far the answers are from a straight line through those to x times 0, 1 and 2
/// @param offMirror how far the answer to −x is from the mirror image of that to x
/// @param growth how much further the answers go for x times 1,000 than for x times 100
public record Course(double offLine, double offMirror, double growth) {
  /// Rounding stays well below, and whatever bends or saturates well above.
  private static final double NOTHING = 0.01;

  private static final double MOST_WHERE_IT_LEVELS_OFF = 2;

  /// @param zero the answers to x times 0
  /// @param one those to x
  static Course of(
      float[] zero, float[] one, float[] minus, float[] two, float[] hundred, float[] thousand) {
    double bent = 0;
    double skewed = 0;
    for (int i = 0; i < zero.length; i++) {
      bent = Math.max(bent, Math.abs((double) two[i] - 2.0 * one[i] + zero[i]));
      skewed = Math.max(skewed, Math.abs((double) minus[i] + one[i] - 2.0 * zero[i]));
    }
    return new Course(
        share(bent, apart(two, zero)),
        share(skewed, apart(one, zero)),
        share(apart(thousand, zero), apart(hundred, zero)));
  }

  /// Whether answers move in a straight line.
  public boolean isStraight() {
    return offLine < NOTHING;
  }

  /// Whether −x is answered by the mirror image of what x is.
  public boolean isMirrored() {
    return offMirror < NOTHING;
  }

  /// Whether answers stop growing.
  public boolean levelsOff() {
    return growth < MOST_WHERE_IT_LEVELS_OFF;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double apart(float[] one, float[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs((double) one[i] - other[i]));
    }
    return most;
  }
}
