package org.modescope.ui.chart;

import org.modescope.words.Numbers;

/// The distance between ticks: 1, 2 or 5 times a power of ten.
///
/// @param size positive
public record TickStep(double size) {

  /// The smallest step that puts no more than so many ticks on an axis of this length.
  public static TickStep of(double length, int mostTicks) {
    double rough = length / Math.max(1, mostTicks);
    if (!(rough > 0) || Double.isInfinite(rough)) {
      return new TickStep(1);
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return new TickStep(factor * power);
      }
    }
    return new TickStep(10 * power);
  }

  /// The smallest whole step that puts no more than so many ticks on an axis of this length.
  public static TickStep whole(double length, int mostTicks) {
    return new TickStep(Math.max(1, of(length, mostTicks).size()));
  }

  /// A tick's value with as many decimals as tell it from its neighbours.
  public String label(double value, Numbers numbers) {
    if (size < 1e-5 || Math.abs(value) >= 1e7) {
      return Math.abs(value) < size / 2 ? "0" : numbers.scientific(value);
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(size) + 1e-9));
    double rounded = Math.abs(value) < size / 2 ? 0 : value;
    return numbers.fixed(rounded, decimals);
  }
}
