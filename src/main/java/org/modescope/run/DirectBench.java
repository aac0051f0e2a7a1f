package org.modescope.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.modescope.measure.Refusals;
import org.modescope.measure.Snapshot;
import org.modescope.nn.PassRefusedException;

/// A bench of one's own, on the caller's thread: the same jobs that [Runner] does for the window,
/// one after another and each to its end.
public final class DirectBench implements AutoCloseable {
  private final Bench bench = new Bench();

  /// Does a job that shows something.
  ///
  /// @param stopped whether to end early
  /// @return the last that it shows
  public <S extends Snapshot> S perform(Job<S> job, BooleanSupplier stopped) {
    return attempt(job, stopped).orElseThrow();
  }

  /// Does a job.
  ///
  /// @param stopped whether to end early
  /// @return the last that it shows; nothing if it ended before, or only sets up
  <S extends Snapshot> Optional<S> attempt(Job<S> job, BooleanSupplier stopped) {
    AtomicReference<S> latest = new AtomicReference<>();
    try {
      job.perform(bench, latest::set, stopped);
    } catch (PassRefusedException refused) {
      latest.set(job.refused(Refusals.explain(refused, job.experiment())));
    }
    return Optional.ofNullable(latest.get());
  }

  @Override
  public void close() {
    bench.clear();
  }
}
