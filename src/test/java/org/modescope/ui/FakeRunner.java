package org.modescope.ui;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.ui.workbench.RunControl;

/// A runner that only remembers what it was asked.
public final class FakeRunner implements RunControl {
  private final List<String> asked = new ArrayList<>();

  @Override
  public void run(Experiment experiment, int passes) {
    asked.add("run " + passes);
  }

  @Override
  public void rewind(Experiment experiment) {
    asked.add("rewind");
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  /// Everything asked so far, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }
}
