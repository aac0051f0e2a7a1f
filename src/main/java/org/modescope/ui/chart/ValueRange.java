package org.modescope.ui.chart;

/// A range of values that grows to take in what it is given; what is not finite is passed over.
public final class ValueRange {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  public void include(double value) {
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  public void includeAll(float[] values) {
    for (float value : values) {
      include(value);
    }
  }

  public boolean isEmpty() {
    return low > high;
  }

  public double low() {
    return low;
  }

  public double high() {
    return high;
  }

  /// This range with some air at both ends, and never without any extent; from 0 to 1 if nothing
  /// was included.
  public ValueRange padded() {
    ValueRange padded = new ValueRange();
    if (isEmpty()) {
      padded.include(0);
      padded.include(1);
      return padded;
    }
    double extent = high - low;
    boolean isFlat = extent <= 1e-6 * Math.max(Math.abs(low), Math.abs(high));
    double air = isFlat ? Math.max(0.1 * Math.abs(high), 1e-6) : 0.06 * extent;
    padded.include(low - air);
    padded.include(high + air);
    return padded;
  }
}
