package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// x where it is positive, and a small part of it elsewhere.
///
/// @param kept both say on which side of 0 the argument was, unless the slope is negative
record LeakyRelu(double negativeSlope, Kept kept) implements ActivationFunction {
  @Override
  public double value(double x) {
    return x > 0 ? x : x * (float) negativeSlope;
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : (float) negativeSlope;
  }

  @Override
  public Change values(int capacity) {
    float leak = (float) negativeSlope;
    return (x, count) -> leak(x, count, leak);
  }

  @Override
  public Change slopes(int capacity) {
    float leak = (float) negativeSlope;
    return (known, count) -> slopes(known, count, leak);
  }

  private static void leak(float[] x, int count, float leak) {
    for (int i = 0; i < count; i++) {
      // −0 and not 0, so that −0 keeps its sign.
      x[i] = Math.max(x[i], -0f) + Math.min(x[i], 0f) * leak;
    }
  }

  private static void slopes(float[] known, int count, float leak) {
    for (int i = 0; i < count; i++) {
      float isPositive = UnitStep.at(known[i]);
      known[i] = isPositive + (1 - isPositive) * leak;
    }
  }

  @Override
  public String torchName() {
    return kept == Kept.VALUE ? "LeakyReluBackward1" : "LeakyReluBackward0";
  }

  @Override
  public void checkSlope() {
    if (kept == Kept.VALUE && negativeSlope < 0) {
      throw ActivationFunction.refuseNegativeSlope("leakyReLu", NEGATIVE_LEAK);
    }
  }
}
