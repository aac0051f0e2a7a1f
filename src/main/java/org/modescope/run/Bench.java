package org.modescope.run;

import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;

/// The net that the window's passes are made with. It stays between jobs: a second run goes on from
/// the state the first one left, as a net in a notebook does. Only the worker touches it.
public final class Bench {
  private @Nullable LiveNet live;

  Bench() {}

  /// The net for an experiment, in the present state where that fits.
  LiveNet net(Experiment experiment) {
    LiveNet next = live == null ? LiveNet.fresh(experiment) : live.continueAs(experiment);
    live = next;
    return next;
  }

  /// A net of its own for an experiment, in the state that a run on the bench would begin with.
  LiveNet copy(Experiment experiment) {
    return live == null ? LiveNet.fresh(experiment) : live.copyAs(experiment);
  }

  /// Gives the net up.
  void clear() {
    if (live != null) {
      live.close();
      live = null;
    }
  }
}
