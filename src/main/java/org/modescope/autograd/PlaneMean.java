package org.modescope.autograd;

import java.util.Arrays;

/// The mean of every plane: a pool with a single place.
///
/// Elements are added to many sums at once, which are then joined in double precision: the loop is
/// compiled to vector instructions, and no sum has many terms.
final class PlaneMean implements PlaneLoop.Work {
  private static final int MOST_SUMS = 480;

  private final Array x;
  private final Array result;
  private final int size;
  private final float[] line;
  private final float[] sums;

  private PlaneMean(Array x, Array result, int size) {
    this.x = x;
    this.result = result;
    this.size = size;
    line = new float[Math.min(size, MOST_SUMS)];
    sums = new float[line.length];
  }

  /// Writes the mean of each plane of x to the result, which has one element for each.
  static void of(Array x, Array result) {
    Planes planes = Planes.of(x.shape());
    int size = Math.toIntExact(planes.size());
    PlaneLoop.share(x.passes(), planes.count(), size, () -> new PlaneMean(x, result, size));
  }

  @Override
  public void accept(int pass, int number) {
    long from = x.offset(pass) + (long) number * size;
    Arrays.fill(sums, 0);
    for (int at = 0; at < size; at += line.length) {
      int count = Math.min(line.length, size - at);
      Rows.read(x, from + at, line, count);
      add(line, count, sums);
    }
    double sum = SoftmaxLoops.sum(sums, 0, sums.length);
    result.put(result.offset(pass) + number, (float) (sum / size));
  }

  private static void add(float[] line, int count, float[] sums) {
    for (int i = 0; i < count; i++) {
      sums[i] += line[i];
    }
  }
}
