package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A plane of a convolution's result, or of its gradient, with rows as long as those of a
/// [PaddedPlane]; between them lies what means nothing, or 0.
final class PlaceRows {
  private final int columns;
  private final int width;
  private final float[] plane;
  private final float[] values;

  PlaceRows(int rows, int columns, PaddedPlane padded) {
    this.columns = columns;
    width = padded.width();
    plane = new float[rows * columns];
    values = new float[rows * width];
  }

  float[] values() {
    return values;
  }

  /// Reads the plane that begins at that element, with 0 between its rows.
  void read(MemorySegment source, long from) {
    InPieces.copy(source, JAVA_FLOAT, from * Float.BYTES, plane, 0, plane.length);
    Arrays.fill(values, 0);
    for (int at = 0, to = 0; at < plane.length; at += columns, to += width) {
      System.arraycopy(plane, at, values, to, columns);
    }
  }

  /// Writes the rows without what lies between them.
  void write(MemorySegment target, long to) {
    for (int at = 0, from = 0; at < plane.length; at += columns, from += width) {
      System.arraycopy(values, from, plane, at, columns);
    }
    InPieces.copy(plane, 0, target, JAVA_FLOAT, to * Float.BYTES, plane.length);
  }

  /// The sum over all places of their values times what they see of a part. What lies between the
  /// rows is left out: it would make a NaN of an infinite pixel.
  double product(float[] part, int offset) {
    float[] lanes = new float[columns];
    for (int from = 0; from < values.length; from += width) {
      addProducts(values, from, part, offset + from, lanes);
    }
    double sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  /// In many sums at once, so that it is compiled to vector instructions.
  private static void addProducts(
      float[] values, int from, float[] part, int fromPart, float[] lanes) {
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] += values[from + i] * part[fromPart + i];
    }
  }
}
