package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// What lies between two bounds as it is, and the nearer bound elsewhere; NaN stays NaN.
record Hardtanh(double least, double most) implements ActivationFunction {
  @Override
  public double value(double x) {
    return Math.min(Math.max(x, least), most);
  }

  @Override
  public double slope(double x) {
    return x > least && x < most ? 1 : 0;
  }

  @Override
  public Change values(int capacity) {
    return (x, count) -> bound(x, count, (float) least, (float) most);
  }

  @Override
  public Change slopes(int capacity) {
    BitChoice choice = new BitChoice(capacity);
    return (x, count) -> choice.whereBetween(x, count, (float) least, (float) most);
  }

  private static void bound(float[] x, int count, float least, float most) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.min(Math.max(x[i], least), most);
    }
  }

  @Override
  public String torchName() {
    return "HardtanhBackward0";
  }

  @Override
  public Kept kept() {
    return Kept.ARGUMENT;
  }
}
