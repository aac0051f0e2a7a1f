package org.modescope.experiment;

import java.util.Arrays;
import org.modescope.autograd.Shape;

/// Where the input of a pass comes from. The same input goes through the net on every pass.
public sealed interface InputSpec {

  /// The shape of the whole batch, rows first.
  Shape shape();

  /// This input with another number of rows.
  ///
  /// @throws InvalidValueException if it cannot have that many
  InputSpec withBatchSize(int rows);

  /// Numbers drawn from a distribution, the same ones for the same seed on any machine.
  record Drawn(Shape shape, Distribution distribution, long seed) implements InputSpec {
    /// The most rows a drawn batch may have.
    public static final int MAXIMUM_ROWS = 4096;

    @Override
    public Drawn withBatchSize(int rows) {
      if (rows < 1 || rows > MAXIMUM_ROWS) {
        throw InputSpec.badBatchSize(rows, MAXIMUM_ROWS);
      }
      return new Drawn(shape.with(0, rows), distribution, seed);
    }
  }

  /// Rows of an embedded data set, each flattened to its features.
  ///
  /// @param dataSet which one
  /// @param firstRow the first row, counted from 0
  /// @param rows how many rows
  record FromDataSet(DataSet dataSet, int firstRow, int rows) implements InputSpec {

    /// @throws InvalidValueException if there are no such rows
    public FromDataSet {
      if (firstRow < 0 || rows < 1 || firstRow + (long) rows > dataSet.rows()) {
        throw new InvalidValueException(
            "rows",
            "%d to %d".formatted(firstRow, firstRow + rows),
            "rows must lie within the %,d rows of %s; found %,d rows from row %,d"
                .formatted(dataSet.rows(), dataSet.key(), rows, firstRow));
      }
    }

    @Override
    public Shape shape() {
      return Shape.of(rows, dataSet.features());
    }

    @Override
    public FromDataSet withBatchSize(int batchSize) {
      int most = dataSet.rows() - firstRow;
      if (batchSize < 1 || batchSize > most) {
        throw InputSpec.badBatchSize(batchSize, most);
      }
      return new FromDataSet(dataSet, firstRow, batchSize);
    }
  }

  /// Numbers that were written down.
  ///
  /// @param values row-major; never changed
  record Values(Shape shape, float[] values) implements InputSpec {
    @Override
    public Values withBatchSize(int rows) {
      int most = shape.size(0);
      if (rows < 1 || rows > most) {
        throw InputSpec.badBatchSize(rows, most);
      }
      int width = values.length / most;
      return new Values(shape.with(0, rows), Arrays.copyOf(values, rows * width));
    }
  }

  /// What drawn numbers are drawn from.
  enum Distribution {
    NORMAL("normal"),
    UNIFORM("uniform"),
    ZEROS("zeros"),
    ONES("ones");

    private final String key;

    Distribution(String key) {
      this.key = key;
    }

    /// The name that experiment files use.
    public String key() {
      return key;
    }
  }

  private static InvalidValueException badBatchSize(int found, int most) {
    return new InvalidValueException(
        "batch",
        Integer.toString(found),
        "batch must be a whole number from 1 to %,d; found %,d".formatted(most, found));
  }
}
