package org.modescope.autograd;

import java.util.Arrays;

/// The slopes that elements which are not above 0 are multiplied by: one for all, or one for each
/// channel (axis 1).
///
/// An element is multiplied by 1 or by its slope, so that nothing has to be chosen by a branch.
final class SlopesBelow {
  private final float[] slopes;
  private final int size;
  private final int inner;

  /// How many elements in a row the loops go through: all, those of a channel, or many rows.
  private final int length;

  /// @param shape of what is multiplied
  /// @param slopes one, or as many as there are channels
  SlopesBelow(Shape shape, float... slopes) {
    this.slopes = slopes;
    this.size = Math.toIntExact(shape.elements());
    this.inner = slopes.length == 1 ? size : inner(shape);
    int sample = Math.max(1, slopes.length * inner);
    this.length =
        Runs.areWorthwhile(inner) ? inner : sample * Math.max(1, HeapBlock.LENGTH / sample);
  }

  /// How many elements in a row have the slope of one channel.
  private static int inner(Shape shape) {
    int inner = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      inner *= shape.size(axis);
    }
    return inner;
  }

  /// Writes one pass of x, multiplied, to the result.
  void multiply(Array x, Array result, int pass) {
    if (size > 0) {
      new Runs(x, null, result, length).change(pass, Multiplied::new);
    }
  }

  /// Writes one pass of gradients, multiplied by what x was multiplied by, to the result.
  void multiply(Array gradOutput, Array x, Array result, int pass) {
    if (size > 0) {
      new Runs(x, gradOutput, result, length).change(pass, Multiplied::new);
    }
  }

  /// One thread's slopes of a piece, laid out as its elements lie.
  private final class Multiplied implements Runs.Loop {
    private final float[] factors = new float[Math.min(HeapBlock.LENGTH, length)];
    private final float[] laidOut = new float[length == inner ? 0 : factors.length];
    private final BitChoice choice = new BitChoice(factors.length);
    private int laidOutAt = -1;

    @Override
    public void change(int run, int at, float[] values, float[] others, int count) {
      layOut(run, at, count);
      choice.whereAbove0(values, factors, count, 1);
      multiply(values, others, count);
    }

    private void layOut(int run, int at, int count) {
      if (length == inner) {
        Arrays.fill(factors, 0, count, slopes[run % slopes.length]);
        return;
      }
      if (laidOutAt != at) {
        for (int i = 0; i < laidOut.length; i++) {
          laidOut[i] = slopes[(at + i) / inner % slopes.length];
        }
        laidOutAt = at;
      }
      System.arraycopy(laidOut, 0, factors, 0, count);
    }

    private void multiply(float[] values, float[] multiplied, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = multiplied[i] * factors[i];
      }
    }
  }
}
