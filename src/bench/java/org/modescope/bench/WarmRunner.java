package org.modescope.bench;

import java.util.Optional;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Observation;
import org.modescope.experiment.Observation.Status;
import org.modescope.experiment.Runner;

/// A runner that is waited for, where the window would look into its mailbox once per frame.
final class WarmRunner implements AutoCloseable {
  private final Runner runner = new Runner();

  /// Runs passes and returns when the last observation has arrived.
  Observation run(Experiment experiment, int passes) {
    return run(experiment, passes, observation -> {});
  }

  /// The same, showing every observation that arrives.
  Observation run(Experiment experiment, int passes, Consumer<Observation> reader) {
    runner.run(experiment, passes);
    while (true) {
      Optional<Observation> arrived = runner.observations().take();
      if (arrived.isEmpty()) {
        Thread.onSpinWait();
        continue;
      }
      Observation observation = arrived.get();
      reader.accept(observation);
      Status status = observation.progress().status();
      if (status == Status.FINISHED) {
        return observation;
      }
      if (status != Status.RUNNING) {
        throw new IllegalStateException("the run ended early: " + observation.reading());
      }
    }
  }

  @Override
  public void close() {
    runner.close();
  }
}
