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
    return Leak.of((float) negativeSlope, capacity);
  }

  @Override
  public Change slopes(int capacity) {
    float leak = (float) negativeSlope;
    return Leak.slopes(leak, capacity);
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
