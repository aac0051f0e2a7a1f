package org.modescope.bench;

import org.modescope.experiment.Experiment;

/// One run of so many passes, as the button *Run* makes it, until its last observation has arrived:
/// every output and every running statistic is observed.
final class BlockRun implements Work {
  private final WarmRunner runner;

  BlockRun(Experiment experiment) {
    runner = new WarmRunner(experiment);
  }

  @Override
  public void repeat(int count) {
    runner.run(count);
  }

  @Override
  public void close() {
    runner.close();
  }
}
