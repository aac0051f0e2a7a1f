package org.modescope.measure;

import java.util.function.IntToDoubleFunction;
import org.modescope.autograd.Shape;

/// What a picture of a tensor needs: its values, or the first of them where there are many, and
/// what can be said of all.
///
/// Values lie in blocks of rows and columns, as a matrix has one block and a batch of images one
/// for each channel of each image.
///
/// @param shape the tensor's
/// @param blocks how many blocks are here
/// @param rows how many rows of each block are here
/// @param columns how many columns of each block are here
/// @param values block by block, row by row
/// @param count how many values there are in all
/// @param zeros how many of all are 0
/// @param least the least of all that are finite; NaN if none is
/// @param greatest the greatest of all that are finite; NaN if none is
/// @param distinct how many different values there are, counted up to three
public record TensorGlimpse(
    Shape shape,
    int blocks,
    int rows,
    int columns,
    float[] values,
    long count,
    long zeros,
    double least,
    double greatest,
    int distinct) {
  private static final int MOST_ROWS = 128;
  private static final int MOST_COLUMNS = 128;
  private static final int MOST_VALUES = MOST_ROWS * MOST_COLUMNS;

  /// Looks at a tensor.
  ///
  /// @param at the value at a row-major index
  public static TensorGlimpse of(Shape shape, IntToDoubleFunction at) {
    int allColumns = shape.rank() == 0 ? 1 : shape.size(-1);
    int allRows = shape.rank() < 2 ? 1 : shape.size(-2);
    int rows = Math.min(allRows, MOST_ROWS);
    int columns = Math.min(allColumns, MOST_COLUMNS);
    int size = Math.toIntExact(shape.elements());
    int perBlock = allRows * allColumns;
    int allBlocks = perBlock == 0 ? 0 : size / perBlock;
    int blocks = Math.min(allBlocks, Math.max(1, MOST_VALUES / Math.max(1, rows * columns)));
    float[] values = new float[blocks * rows * columns];
    for (int i = 0; i < values.length; i++) {
      int block = i / (rows * columns);
      int row = i / columns % rows;
      values[i] = (float) at.applyAsDouble(block * perBlock + row * allColumns + i % columns);
    }
    return new Tally(size, at).glimpse(shape, blocks, rows, columns, values);
  }

  /// Whether every value is here.
  public boolean isWhole() {
    return values.length == count;
  }

  /// The value at a place.
  public float value(int block, int row, int column) {
    return values[(block * rows + row) * columns + column];
  }

  /// What is counted over all values.
  private static final class Tally {
    private final long count;
    private final float[] different = new float[2];
    private long zeros;
    private double least = Double.NaN;
    private double greatest = Double.NaN;
    private int distinct;

    Tally(int size, IntToDoubleFunction at) {
      count = size;
      for (int i = 0; i < size; i++) {
        add((float) at.applyAsDouble(i));
      }
    }

    private void add(float value) {
      zeros += value == 0 ? 1 : 0;
      boolean isNew = distinct < 1 || value != different[0];
      if (isNew && (distinct < 2 || value != different[1]) && distinct < 3) {
        if (distinct < 2) {
          different[distinct] = value;
        }
        distinct++;
      }
      if (Float.isFinite(value)) {
        least = least <= value ? least : value;
        greatest = greatest >= value ? greatest : value;
      }
    }

    private TensorGlimpse glimpse(Shape shape, int blocks, int rows, int columns, float[] values) {
      return new TensorGlimpse(
          shape, blocks, rows, columns, values, count, zeros, least, greatest, distinct);
    }
  }
}
