package org.modescope.bench;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.run.Lane;
import org.modescope.run.PassesJob;
import org.modescope.run.Runner;

/// A runner that is waited for, where the window would look into its mailbox once per frame.
///
/// Short waits spin, so that a single pass is timed to its end; long ones sleep in between, because
/// native routines use every core.
final class WarmRunner implements AutoCloseable {
  private static final long SPIN_NANOS = 1_000_000;
  private static final long SLEEP_NANOS = 100_000;

  private final Runner runner = new Runner();
  private final Experiment experiment;

  /// Passes asked for so far, by which the end of a run is told from what comes after it.
  private long asked;

  WarmRunner(Experiment experiment) {
    this.experiment = experiment;
  }

  /// Runs passes and returns when an observation of all of them has arrived.
  void run(int passes) {
    run(passes, observation -> {});
  }

  /// The same, showing every observation that arrives.
  void run(int passes, Consumer<Observation> reader) {
    asked += passes;
    long started = System.nanoTime();
    runner.submit(new PassesJob(experiment, passes));
    boolean finished = false;
    while (!finished) {
      Optional<Observation> arrived = runner.mailbox(Lane.BENCH).take();
      if (arrived.isEmpty()) {
        waitALittle(System.nanoTime() - started);
        continue;
      }
      reader.accept(arrived.get());
      finished = hasFinished(arrived.get());
    }
  }

  @Override
  public void close() {
    runner.close();
  }

  private boolean hasFinished(Observation observation) {
    Progress progress = observation.progress();
    return switch (progress.status()) {
      case READY, RUNNING -> false;
      case FINISHED -> progress.sinceRewind() == asked;
      case STOPPED, REFUSED, FAILED ->
          throw new IllegalStateException("the run ended early: " + observation);
    };
  }

  private static void waitALittle(long waited) {
    if (waited < SPIN_NANOS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(SLEEP_NANOS);
    }
  }
}
