package org.modescope.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.measure.AttributionStatus;
import org.modescope.measure.Fault;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Inspection;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Trace;

/// Observations made by hand, as small as a test allows.
public final class Observed {
  private static final float[] NO_CHANNELS = {};
  private static final Trace NO_TRACE = new Trace(NO_CHANNELS, List.of());

  private Observed() {}

  /// An observation that says how far a run is and nothing else.
  public static Observation of(Experiment experiment, Status status) {
    return of(experiment, status, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /// A run that is over, of which one thing more is being measured.
  public static Observation attributing(Experiment experiment) {
    return new Observation(
        experiment,
        new Progress(Status.FINISHED, 10, 10, 10, 1_000_000),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        AttributionStatus.TO_COME,
        Optional.empty(),
        Inspection.NONE,
        Optional.empty());
  }

  public static Observation failed(Experiment experiment) {
    return new Observation(
        experiment,
        new Progress(Status.FAILED, 0, 10, 0, 0),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Inspection.NONE,
        Optional.of(new Fault(Fault.Kind.OURS, "NullPointerException", "nothing there")));
  }

  public static Observation output(Experiment experiment, OutputVariance output) {
    return of(
        experiment,
        Status.FINISHED,
        Optional.of(output),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public static Observation statistics(Experiment experiment, RunningStatistics... statistics) {
    return of(
        experiment,
        Status.FINISHED,
        Optional.empty(),
        List.of(statistics),
        Optional.empty(),
        Optional.empty());
  }

  public static Observation memory(Experiment experiment, GraphMemory memory) {
    return of(
        experiment,
        Status.FINISHED,
        Optional.empty(),
        List.of(),
        Optional.of(memory),
        Optional.empty());
  }

  public static Observation refused(Experiment experiment, Refusal refusal) {
    return of(
        experiment,
        Status.REFUSED,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(refusal));
  }

  /// Passes of a net with as many outputs as deviations are given.
  public static OutputVariance variance(int passes, int distinct, double... deviations) {
    int outputs = deviations.length;
    boolean identical = Arrays.stream(deviations).allMatch(deviation -> deviation == 0);
    return new OutputVariance(
        Shape.of(outputs, 1),
        passes,
        identical,
        distinct,
        new double[outputs],
        deviations,
        new float[outputs],
        new float[outputs],
        List.of(),
        Optional.empty());
  }

  /// Statistics that moved or not, after so many tracked batches of which `before` were earlier.
  public static RunningStatistics running(
      Movement movement, long before, long tracked, Optional<Double> momentum) {
    return new RunningStatistics(
        "bn1",
        new int[0],
        momentum,
        movement != Movement.RESTING,
        movement == Movement.MOVED,
        tracked,
        before,
        NO_TRACE,
        NO_TRACE,
        NO_CHANNELS,
        NO_CHANNELS,
        true,
        tracked == 0 ? Optional.empty() : Optional.of(0.6513));
  }

  /// What became of running statistics in a run.
  public enum Movement {
    MOVED,
    UPDATED_BUT_UNMOVED,
    RESTING
  }

  public static GraphMemory recorded(long packed, long unique, long extra) {
    return new GraphMemory(
        true, packed, unique, extra, extra, List.of(), List.of(), Optional.empty());
  }

  public static GraphMemory unrecorded(Optional<GraphMemory> ifRecorded) {
    return new GraphMemory(false, 0, 0, 0, 0, List.of(), List.of(), ifRecorded);
  }

  /// A batch of one refused by `bn1`.
  public static Refusal batchOfOne() {
    return new Refusal(
        "bn1",
        "ValueError",
        "Expected more than 1 value per channel when training, got input size torch.Size([1, 20])",
        Explanation.of(Explanation.Key.ONE_VALUE_PER_CHANNEL),
        List.of(new Remedy.LargerBatch(32), new Remedy.NetToEval()));
  }

  private static Observation of(
      Experiment experiment,
      Status status,
      Optional<OutputVariance> output,
      List<RunningStatistics> statistics,
      Optional<GraphMemory> memory,
      Optional<Refusal> refusal) {
    return new Observation(
        experiment,
        new Progress(status, 10, 10, 10, 1_000_000),
        output,
        statistics,
        memory,
        List.of(),
        refusal);
  }
}
