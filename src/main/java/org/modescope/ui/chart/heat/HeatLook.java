package org.modescope.ui.chart.heat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a sheet is drawn.
///
/// @param kind what its numbers are
/// @param limit the magnitude with the strongest colour; empty for the largest there is
/// @param factors numbers of the same tensor size of which 0 crosses a cell out; null to cross none
/// @param framedColumn a column that is framed as a whole
/// @param framedRow a row that is framed as a whole
public record HeatLook(
    Kind kind,
    OptionalDouble limit,
    float @Nullable [] factors,
    OptionalInt framedColumn,
    OptionalInt framedRow) {
  public static final HeatLook PLAIN =
      new HeatLook(
          Kind.VALUES, OptionalDouble.empty(), null, OptionalInt.empty(), OptionalInt.empty());

  /// What numbers are.
  public enum Kind {
    /// Values, in violet and slate.
    VALUES,
    /// Factors of a random layer, kept or zeroed.
    MASK
  }

  public HeatLook ofKind(Kind other) {
    return new HeatLook(other, limit, factors, framedColumn, framedRow);
  }

  public HeatLook limitedTo(double most) {
    return new HeatLook(kind, OptionalDouble.of(most), factors, framedColumn, framedRow);
  }

  public HeatLook crossedWhere(float[] zero) {
    return new HeatLook(kind, limit, zero, framedColumn, framedRow);
  }

  public HeatLook framingColumn(int column) {
    return new HeatLook(kind, limit, factors, OptionalInt.of(column), framedRow);
  }

  public HeatLook framingRow(int row) {
    return new HeatLook(kind, limit, factors, framedColumn, OptionalInt.of(row));
  }
}
