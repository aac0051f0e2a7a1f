package org.modescope.bench;

import org.modescope.experiment.Experiment;

/// One run of so many passes, as the button *Run* makes it, until its last observation has arrived:
/// every output and every running statistic is observed.
final class BlockRun implements Work {
  private final WarmRunner runner = new WarmRunner();
  private final Experiment experiment;

  BlockRun(Experiment experiment) {
    this.experiment = experiment;
  }

  @Override
  public void repeat(int count) {
    runner.run(experiment, count);
  }

  @Override
  public void close() {
    runner.close();
  }
}
