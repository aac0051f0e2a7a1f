package org.modescope.measure;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;

/// A [LayerTrace] that was asked for, as far as there is one.
///
/// @param layer the layer's path
/// @param pass the pass that is looked at, counted from 1
/// @param passesDone how many of the passes before it are made
/// @param trace the pass; empty until it was made
/// @param refusal why the net refused it or one before it
/// @param fault why the program gave up
public record Tracing(
    Experiment experiment,
    String layer,
    int pass,
    Status status,
    int passesDone,
    Optional<LayerTrace> trace,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  /// One that ended without a trace, or goes on.
  public static Tracing without(
      Experiment experiment, String layer, int pass, Status status, int passesDone) {
    return new Tracing(
        experiment,
        layer,
        pass,
        status,
        passesDone,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// This, refused.
  public Tracing refusedWith(Refusal why) {
    return new Tracing(
        experiment,
        layer,
        pass,
        Status.REFUSED,
        passesDone,
        Optional.empty(),
        Optional.of(why),
        Optional.empty());
  }

  @Override
  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning();
  }
}
