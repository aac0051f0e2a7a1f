package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The mean of every plane: a pool with a single place.
///
/// Elements are added to many sums at once, which are then joined in double precision: the loop is
/// compiled to vector instructions, and no sum has many terms.
final class PlaneMean implements PlaneLoop.Work {
  private static final int MOST_SUMS = 256;

  private final Array x;
  private final Array result;
  private final float[] plane;
  private final float[] sums;

  private PlaneMean(Array x, Array result, int size) {
    this.x = x;
    this.result = result;
    plane = new float[size];
    sums = new float[Math.min(size, MOST_SUMS)];
  }

  /// Writes the mean of each plane of x to the result, which has one element for each.
  static void of(Array x, Array result) {
    Planes planes = Planes.of(x.shape());
    int size = Math.toIntExact(planes.size());
    PlaneLoop.share(x.passes(), planes.count(), size, () -> new PlaneMean(x, result, size));
  }

  @Override
  public void accept(int pass, int number) {
    long from = (x.offset(pass) + (long) number * plane.length) * Float.BYTES;
    MemorySegment.copy(x.floats(), JAVA_FLOAT, from, plane, 0, plane.length);
    Arrays.fill(sums, 0);
    for (int line = 0; line < plane.length; line += sums.length) {
      add(plane, line, Math.min(sums.length, plane.length - line), sums);
    }
    double sum = 0;
    for (float part : sums) {
      sum += part;
    }
    result.put(result.offset(pass) + number, (float) (sum / plane.length));
  }

  private static void add(float[] plane, int from, int count, float[] sums) {
    for (int i = 0; i < count; i++) {
      sums[i] += plane[from + i];
    }
  }
}
