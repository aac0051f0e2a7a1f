package org.modescope.ui.training;

import org.modescope.measure.HeldMemory;

/// What the moments of held memory come to.
final class HeldFacts {
  private HeldFacts() {}

  /// The most that was held at any moment.
  static long most(HeldMemory held) {
    return Math.max(held.mostInTraining(), held.mostInValidation());
  }

  /// What the first graph of validation holds; 0 where none is recorded.
  static long oneGraph(HeldMemory held) {
    for (int i = 0; i < held.count(); i++) {
      if (held.inValidation()[i]) {
        return held.savedBytes()[i];
      }
    }
    return 0;
  }

  /// How many steps of validation the first epoch has.
  static int validationSteps(HeldMemory held) {
    int steps = 0;
    for (int i = 0; i < held.count() && held.epochs()[i] == 1; i++) {
      steps += held.inValidation()[i] ? 1 : 0;
    }
    return steps;
  }
}
