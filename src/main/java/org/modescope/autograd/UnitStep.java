package org.modescope.autograd;

/// 1 above 0, and 0 elsewhere: how loops choose without a branch, for which C2 has no vector
/// instructions.
final class UnitStep {
  /// Its square takes the smallest number above 0 to more than 1.
  private static final float LARGE = 0x1p100f;

  private UnitStep() {}

  /// 1 for an x above 0, 0 for any other, and for what is not a number.
  static float at(float x) {
    return (int) Math.min(Math.max(x * LARGE * LARGE, 0f), 1f);
  }
}
