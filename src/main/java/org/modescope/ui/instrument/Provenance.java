package org.modescope.ui.instrument;

import org.modescope.experiment.Experiment;

/// Where results come from that are no longer of the experiment in hand: `from the last run: train
/// · grad`.
public final class Provenance {
  private Provenance() {}

  public static String of(Experiment ran) {
    return "from the last run: " + ran.mode().key() + " · " + ran.gradMode().key();
  }
}
