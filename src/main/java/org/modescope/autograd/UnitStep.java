package org.modescope.autograd;

/// 1 above 0, and 0 elsewhere: how loops choose without a branch, for which C2 has no vector
/// instructions.
final class UnitStep {
  private UnitStep() {}

  /// 1 for an x above 0, 0 for any other, and for what is not a number.
  static float at(float x) {
    int sign = (int) Math.signum(x);
    return sign + 1 >> 1;
  }
}
