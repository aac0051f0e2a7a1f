package org.modescope.ui.mates;

import org.modescope.experiment.Companies;
import org.modescope.experiment.InputSpec;
import org.modescope.measure.Mates;

/// Whether there is anything that can change in a row's company.
final class Kept {
  private Kept() {}

  /// Whether all stored rows are in every company, so that it is always the same.
  static boolean isFixed(Mates seen) {
    InputSpec input = seen.experiment().input();
    return !(input instanceof InputSpec.Drawn)
        && seen.asked().rows() > 1
        && seen.asked().rows() == Companies.mostRows(input);
  }
}
