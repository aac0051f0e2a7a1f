package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.modescope.measure.Snapshot;

/// Waits for what a lane comes to show.
final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  static <S extends Snapshot> S await(Runner runner, Lane<S> lane, Predicate<S> wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      Optional<S> shown = runner.mailbox(lane).take().filter(wanted);
      if (shown.isPresent()) {
        return shown.get();
      }
      assertThat(System.nanoTime()).as("time for the %s lane", lane).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// The last that the newest job shows.
  static <S extends Snapshot> S last(Runner runner, Job<S> job) {
    runner.submit(job);
    return await(runner, job.lane(), Snapshot::isLast);
  }
}
