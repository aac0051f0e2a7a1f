package org.modescope.ui.chart.weights;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modescope.autograd.Shape;

/// How a tensor lies on a sheet: one row per unit and one column per input; of a convolution each
/// kernel is a small block at the place of its output and input channel. A vector is broken into
/// lines.
///
/// @param shape the tensor's
/// @param rows of the whole sheet
/// @param columns of the whole sheet
/// @param blockRows rows of a block; 1 where there are no blocks
/// @param blockColumns columns of a block
public record SheetShape(Shape shape, int rows, int columns, int blockRows, int blockColumns) {
  /// A line of a vector.
  private static final int LINE = 10;

  /// How many columns a line of kernels has, about.
  private static final int WIDE = 64;

  public static SheetShape of(Shape shape) {
    int elements = Math.toIntExact(shape.elements());
    return switch (shape.rank()) {
      case 0 -> new SheetShape(shape, 1, 1, 1, 1);
      case 1 -> {
        int columns = Math.max(1, Math.min(LINE, elements));
        yield new SheetShape(shape, Math.ceilDiv(elements, columns), columns, 1, 1);
      }
      case 2 -> new SheetShape(shape, shape.size(0), shape.size(1), 1, 1);
      default -> kernels(shape, elements);
    };
  }

  /// Kernels in the order of their output channels, those of one beside each other; several output
  /// channels share a line where that would be short.
  private static SheetShape kernels(Shape shape, int elements) {
    int height = shape.rank() == 3 ? 1 : shape.size(shape.rank() - 2);
    int width = shape.size(shape.rank() - 1);
    int inputs = elements / Math.max(1, shape.size(0) * height * width);
    int together = Math.clamp(WIDE / Math.max(1, inputs * width), 1, Math.max(1, shape.size(0)));
    int across = Math.max(1, inputs * together);
    int lines = Math.ceilDiv(shape.size(0) * inputs, across);
    return new SheetShape(shape, lines * height, across * width, height, width);
  }

  public int elements() {
    return Math.toIntExact(shape.elements());
  }

  /// Whether a place holds a number: the last line of a vector may be short.
  public boolean holds(int row, int column) {
    return row >= 0
        && row < rows
        && column >= 0
        && column < columns
        && index(row, column) < elements();
  }

  /// The place of a number in the tensor, row-major.
  public int index(int row, int column) {
    if (!hasBlocks()) {
      return row * columns + column;
    }
    int across = columns / blockColumns;
    int block = row / blockRows * across + column / blockColumns;
    return (block * blockRows + row % blockRows) * blockColumns + column % blockColumns;
  }

  /// The row of a number.
  public int row(int index) {
    if (!hasBlocks()) {
      return index / columns;
    }
    int block = index / (blockRows * blockColumns);
    int across = columns / blockColumns;
    return block / across * blockRows + index / blockColumns % blockRows;
  }

  /// The column of a number.
  public int column(int index) {
    if (!hasBlocks()) {
      return index % columns;
    }
    int across = columns / blockColumns;
    int block = index / (blockRows * blockColumns);
    return block % across * blockColumns + index % blockColumns;
  }

  public boolean hasBlocks() {
    return shape.rank() > 2;
  }

  /// Where a number stands in the tensor, as code says it: `[7, 3]`.
  public String place(int index) {
    int[] sizes = shape.toArray();
    int[] place = new int[sizes.length];
    int rest = index;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      place[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return IntStream.of(place)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// What stands before a row: the unit's number, or the first number of a vector's line.
  String rowName(int row) {
    if (hasBlocks()) {
      return Integer.toString(row / blockRows * (columns / blockColumns) / inputs());
    }
    return Integer.toString(shape.rank() == 1 ? row * columns : row);
  }

  /// What stands over a column.
  String columnName(int column) {
    return Integer.toString(hasBlocks() ? column / blockColumns % inputs() : column);
  }

  /// How many kernels an output channel has.
  private int inputs() {
    return Math.max(1, elements() / Math.max(1, shape.size(0) * blockRows * blockColumns));
  }
}
