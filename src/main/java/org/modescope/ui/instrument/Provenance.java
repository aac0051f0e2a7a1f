package org.modescope.ui.instrument;

import org.modescope.experiment.Experiment;
import org.modescope.words.Text;

/// Where results come from that are no longer of the experiment in hand: `from the last run: train
/// · grad`.
public final class Provenance {
  private Provenance() {}

  public static String of(Experiment ran, Text text) {
    return text.say(
        "instrument.provenance", "mode", ran.mode().key(), "grad", ran.gradMode().key());
  }
}
