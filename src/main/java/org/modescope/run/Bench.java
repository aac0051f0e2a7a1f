package org.modescope.run;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;

/// The net that the window's passes are made with. It stays between jobs: a second run goes on from
/// the state the first one left, as a net in a notebook does. Only the worker touches it.
public final class Bench {
  private @Nullable LiveNet live;
  private SoftReference<DrawnStart> drawn = new SoftReference<>(null);

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

  /// A net of its own for an experiment, in its starting state, whatever the bench's is.
  LiveNet fresh(Experiment experiment) {
    DrawnStart known = drawn.get();
    if (known != null && known.isOf(experiment)) {
      return LiveNet.fresh(experiment, known);
    }
    LiveNet fresh = LiveNet.fresh(experiment);
    // Only as long as there is room: the parameters of a large net are large.
    drawn = new SoftReference<>(fresh.start());
    return fresh;
  }

  /// Gives the net up.
  void clear() {
    if (live != null) {
      live.close();
      live = null;
    }
  }
}
