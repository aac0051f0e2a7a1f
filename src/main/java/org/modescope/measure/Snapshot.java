package org.modescope.measure;

import org.modescope.experiment.Experiment;

/// What a job has shown of an experiment so far: immutable, and safe to read on any thread.
public interface Snapshot {
  /// The experiment as it was when the job began.
  Experiment experiment();

  /// Whether the job goes on with what was asked for.
  boolean isRunning();

  /// Whether the job has nothing more to show. One that is not running may still have: something
  /// that takes a moment to find out.
  boolean isLast();
}
