package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// Turns the rows of a matrix into columns.
final class Transposition {
  /// So many columns at a time are transposed that what they become stays in the cache.
  private static final int TILE = 16;

  /// So many columns of a matrix of few rows.
  private static final int WIDE_TILE = 512;

  private Transposition() {}

  /// Writes the matrix `rows × columns` that begins at element `start` to the same place of the
  /// target as `columns × rows`.
  static void transpose(
      MemorySegment source, MemorySegment target, long start, int rows, int columns) {
    if (rows <= TILE) {
      transposeFew(source, target, start, rows, columns);
    } else {
      transposeMany(source, target, start, rows, columns);
    }
  }

  /// Few long rows, such as an image's colours: a tile of all rows at a time goes by way of the
  /// heap.
  private static void transposeFew(
      MemorySegment source, MemorySegment target, long start, int rows, int columns) {
    float[] line = new float[Math.min(columns, WIDE_TILE)];
    float[] transposed = new float[rows * line.length];
    for (int first = 0; first < columns; first += line.length) {
      int width = Math.min(line.length, columns - first);
      for (int row = 0; row < rows; row++) {
        long from = start + (long) row * columns + first;
        InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, line, 0, width);
        spread(line, width, transposed, row, rows);
      }
      long to = (start + (long) first * rows) * Float.BYTES;
      InPieces.copy(transposed, 0, target, JAVA_FLOAT, to, width * rows);
    }
  }

  /// Writes a row to every `stride`-th element.
  private static void spread(float[] row, int count, float[] target, int first, int stride) {
    for (int i = 0; i < count; i++) {
      target[first + i * stride] = row[i];
    }
  }

  private static void transposeMany(
      MemorySegment source, MemorySegment target, long start, int rows, int columns) {
    float[] matrix = new float[rows * columns];
    float[] transposed = new float[matrix.length];
    InPieces.copy(source, JAVA_FLOAT, start * Float.BYTES, matrix, 0, matrix.length);
    for (int firstColumn = 0; firstColumn < columns; firstColumn += TILE) {
      int endColumn = Math.min(columns, firstColumn + TILE);
      for (int row = 0; row < rows; row++) {
        for (int column = firstColumn; column < endColumn; column++) {
          transposed[column * rows + row] = matrix[row * columns + column];
        }
      }
    }
    InPieces.copy(transposed, 0, target, JAVA_FLOAT, start * Float.BYTES, matrix.length);
  }
}
