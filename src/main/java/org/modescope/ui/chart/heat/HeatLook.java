package org.modescope.ui.chart.heat;

import java.util.Optional;
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
/// @param framedBlock a block of each table that is framed
public record HeatLook(
    Kind kind,
    OptionalDouble limit,
    float @Nullable [] factors,
    OptionalInt framedColumn,
    OptionalInt framedRow,
    Optional<Block> framedBlock) {
  public static final HeatLook PLAIN =
      new HeatLook(
          Kind.VALUES,
          OptionalDouble.empty(),
          null,
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /// Some rows and columns of each table.
  public record Block(int row, int column, int rows, int columns) {}

  /// What numbers are.
  public enum Kind {
    /// Values, in violet and slate.
    VALUES,
    /// Factors of a random layer, kept or zeroed.
    MASK
  }

  public HeatLook ofKind(Kind other) {
    return new HeatLook(other, limit, factors, framedColumn, framedRow, framedBlock);
  }

  public HeatLook limitedTo(double most) {
    return new HeatLook(
        kind, OptionalDouble.of(most), factors, framedColumn, framedRow, framedBlock);
  }

  public HeatLook crossedWhere(float[] zero) {
    return new HeatLook(kind, limit, zero, framedColumn, framedRow, framedBlock);
  }

  public HeatLook framingColumn(int column) {
    return new HeatLook(kind, limit, factors, OptionalInt.of(column), framedRow, framedBlock);
  }

  public HeatLook framingRow(int row) {
    return new HeatLook(kind, limit, factors, framedColumn, OptionalInt.of(row), framedBlock);
  }

  public HeatLook framingBlock(Block block) {
    return new HeatLook(kind, limit, factors, framedColumn, framedRow, Optional.of(block));
  }
}
