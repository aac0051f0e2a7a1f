package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.Arrays;

/// The mean of what each place of a pool sees of a plane.
///
/// What a place sees is a rectangle: its rows are added up first, whole lines of the image at a
/// time in vector instructions, and of these sums the columns; both in double precision.
final class MeanPool implements PlaneLoop.Work {
  private final Spans rows;
  private final Spans columns;
  private final Array x;
  private final Array result;
  private final int width;
  private final float[] image;
  private final double[] sums;
  private final double[] totals;
  private final float[] means;

  private MeanPool(Spans rows, Spans columns, Array x, Array result) {
    this.rows = rows;
    this.columns = columns;
    this.x = x;
    this.result = result;
    Planes planes = Planes.of(x.shape());
    width = planes.columns();
    image = new float[Math.toIntExact(planes.size())];
    sums = new double[width];
    totals = new double[columns.places()];
    means = new float[columns.places()];
  }

  /// Pools every plane.
  static void pool(Spans rows, Spans columns, Array x, Array result) {
    Planes planes = Planes.of(x.shape());
    PlaneLoop.share(
        x.passes(), planes.count(), planes.size(), () -> new MeanPool(rows, columns, x, result));
  }

  @Override
  public void accept(int pass, int plane) {
    long from = (x.offset(pass) + (long) plane * image.length) * Float.BYTES;
    InPieces.copy(x.floats(), JAVA_FLOAT, from, image, 0, image.length);
    long to = result.offset(pass) + (long) plane * rows.places() * columns.places();
    for (int row = 0; row < rows.places(); row++) {
      Arrays.fill(sums, 0);
      for (int seen = rows.starts()[row]; seen < rows.ends()[row]; seen++) {
        addLine(image, seen * width, sums);
      }
      addColumns(rows.counts()[row]);
      InPieces.copy(means, 0, result.floats(), JAVA_FLOAT, to * Float.BYTES, means.length);
      to += means.length;
    }
  }

  private static void addLine(float[] image, int line, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += image[line + i];
    }
  }

  private void addColumns(int count) {
    for (int place = 0; place < means.length; place++) {
      double sum = 0;
      for (int column = columns.starts()[place]; column < columns.ends()[place]; column++) {
        sum += sums[column];
      }
      totals[place] = sum;
    }
    for (int place = 0; place < means.length; place++) {
      means[place] = (float) (totals[place] / (count * columns.counts()[place]));
    }
  }
}
