package org.modescope.ui.workbench;

import org.modescope.experiment.Experiment;

/// What the window may ask of a runner: the seam where tests put a fake.
public interface RunControl {

  /// Sends the experiment's input through its net; see [org.modescope.run.Runner#run].
  void run(Experiment experiment, int passes);

  /// Puts the net back to how it was built.
  void rewind(Experiment experiment);

  /// Stops the run that goes on, if there is one.
  void stop();
}
