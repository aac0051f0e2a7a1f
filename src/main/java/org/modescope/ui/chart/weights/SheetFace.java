package org.modescope.ui.chart.weights;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tensor as the sheet shows it.
///
/// @param key its key
/// @param sheet how its numbers lie
/// @param values row-major; never changed
/// @param edited the places of numbers that were put in by hand, rising
/// @param limit the magnitude with the strongest colour
/// @param whole what stands in the only cell of a counter, which floats may not hold
public record SheetFace(
    String key,
    SheetShape sheet,
    float[] values,
    int[] edited,
    double limit,
    Optional<String> whole) {

  /// Whether a number was put in by hand.
  public boolean isEditedAt(int index) {
    return Arrays.binarySearch(edited, index) >= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof SheetFace that
            && key.equals(that.key)
            && sheet.equals(that.sheet)
            && Arrays.equals(values, that.values)
            && Arrays.equals(edited, that.edited)
            && limit == that.limit
            && whole.equals(that.whole);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, sheet, values.length, limit);
  }
}
