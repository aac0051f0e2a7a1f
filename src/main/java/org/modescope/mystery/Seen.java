package org.modescope.mystery;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Snapshot;

/// What a mystery net has shown somebody who asked.
public sealed interface Seen extends Snapshot {

  /// A trial was made.
  ///
  /// @param passes how many were asked for
  record Tried(Experiment experiment, Outcome outcome, int passes) implements Seen {}

  /// A guess was checked.
  ///
  /// @param right how many guesses count
  /// @param verdict all that can be said; empty while the answer is not told
  record Checked(Experiment experiment, int right, Optional<Verdict> verdict) implements Seen {}

  /// It was stopped before there was anything to show.
  record Stopped(Experiment experiment) implements Seen {}

  /// The program gave up.
  record Failed(Experiment experiment, Fault fault) implements Seen {}

  @Override
  default boolean isRunning() {
    return false;
  }

  @Override
  default boolean isLast() {
    return true;
  }
}
