package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;

/// What a run has shown so far: an immutable snapshot, made on the runner's worker and safe to read
/// on any thread.
///
/// The arrays inside are never written again after the snapshot is made and must not be changed by
/// readers.
///
/// @param experiment what ran, as it was when the run began
/// @param progress how far it is
/// @param output what came out, once there was a pass
/// @param statistics one entry per BatchNorm layer that has running statistics, in order of the net
/// @param memory what the autograd graph of the latest pass holds, once there was a pass
/// @param attribution how much of the output's variance each random layer causes, once that was
///   measured
/// @param attributionStatus whether it was, and if not, why
/// @param refusal why the net refused a pass, if it did
/// @param inspection what was noticed inside the net
/// @param fault why the program gave the run up, if it did
public record Observation(
    Experiment experiment,
    Progress progress,
    Optional<OutputVariance> output,
    List<RunningStatistics> statistics,
    Optional<GraphMemory> memory,
    List<Attribution> attribution,
    AttributionStatus attributionStatus,
    Optional<Refusal> refusal,
    Inspection inspection,
    Optional<Fault> fault)
    implements Snapshot {

  public Observation {
    statistics = List.copyOf(statistics);
    attribution = List.copyOf(attribution);
  }

  /// What a run has shown that is not asked who causes what, or has nothing more to say about it.
  public Observation(
      Experiment experiment,
      Progress progress,
      Optional<OutputVariance> output,
      List<RunningStatistics> statistics,
      Optional<GraphMemory> memory,
      List<Attribution> attribution,
      Optional<Refusal> refusal,
      Inspection inspection,
      Optional<Fault> fault) {
    this(
        experiment,
        progress,
        output,
        statistics,
        memory,
        attribution,
        attribution.isEmpty() ? AttributionStatus.NONE : AttributionStatus.MEASURED,
        refusal,
        inspection,
        fault);
  }

  /// What a run has shown of a net that nobody looked into.
  public Observation(
      Experiment experiment,
      Progress progress,
      Optional<OutputVariance> output,
      List<RunningStatistics> statistics,
      Optional<GraphMemory> memory,
      List<Attribution> attribution,
      Optional<Refusal> refusal) {
    this(
        experiment,
        progress,
        output,
        statistics,
        memory,
        attribution,
        refusal,
        Inspection.NONE,
        Optional.empty());
  }

  @Override
  public boolean isRunning() {
    return progress.status() == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning() && attributionStatus != AttributionStatus.TO_COME;
  }

  /// How far a run is.
  ///
  /// @param status whether it goes on
  /// @param done passes made in this run
  /// @param asked passes asked for
  /// @param series passes that what is shown sums up: those of this run, and of earlier ones of the
  ///   same experiment since it was last changed or rewound
  /// @param sinceRewind passes made by this net since it was built or rewound, earlier runs
  ///   included
  /// @param elapsedNanos time spent computing passes
  public record Progress(
      Status status, int done, int asked, int series, long sinceRewind, long elapsedNanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// How far the first run of a series is.
    public Progress(Status status, int done, int asked, long sinceRewind, long elapsedNanos) {
      this(status, done, asked, done, sinceRewind, elapsedNanos);
    }

    /// How many passes the net had made, since it was built or rewound, when what is shown began.
    public long before() {
      return Math.max(0, sinceRewind - series);
    }

    /// How fast passes were made; 0 before there was one.
    public double passesPerSecond() {
      return elapsedNanos == 0 ? 0 : done * NANOS_PER_SECOND / elapsedNanos;
    }
  }

  /// Whether a run goes on.
  public enum Status {
    /// The net is as built or rewound; nothing has run.
    READY,
    RUNNING,
    FINISHED,
    /// The user stopped it; what was measured until then stands.
    STOPPED,
    /// The net refused a pass.
    REFUSED,
    /// The program gave the run up; the fault says why.
    FAILED
  }
}
