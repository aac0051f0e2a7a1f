package org.modescope.bench;

import org.modescope.experiment.Experiment;

/// Runs of a single pass, as the button *Step* makes them, each until its observation has arrived.
final class Steps implements Work {
  private final WarmRunner runner;

  Steps(Experiment experiment) {
    runner = new WarmRunner(experiment);
  }

  @Override
  public void repeat(int count) {
    for (int i = 0; i < count; i++) {
      runner.run(1);
    }
  }

  @Override
  public void close() {
    runner.close();
  }
}
