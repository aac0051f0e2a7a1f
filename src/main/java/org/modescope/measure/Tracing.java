package org.modescope.measure;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Traceable;
import org.modescope.measure.Observation.Status;

/// A [LayerTrace] that was asked for, as far as there is one.
///
/// @param layer the layer's path
/// @param pass the pass that is looked at, counted from 1
/// @param passesDone how many of the passes before it are made
/// @param layersDone how many of the layers of the pass itself have computed
/// @param trace the pass; empty until it was made
/// @param refusal why the net refused it or one before it
/// @param fault why the program gave up
public record Tracing(
    Experiment experiment,
    String layer,
    int pass,
    Status status,
    int passesDone,
    int layersDone,
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
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// This, so many layers further.
  public Tracing withLayersDone(int layers) {
    return new Tracing(experiment, layer, pass, status, passesDone, layers, trace, refusal, fault);
  }

  /// This, with what was seen.
  public Tracing withTrace(LayerTrace seen) {
    return new Tracing(
        experiment, layer, pass, status, passesDone, layersDone, Optional.of(seen), refusal, fault);
  }

  /// How much of the passes is made, the one that is looked at included: from 0 to 1.
  public double share() {
    double layers = Traceable.of(experiment).size();
    return (passesDone + Math.min(1, layersDone / Math.max(1, layers))) / pass;
  }

  /// This, refused.
  public Tracing refusedWith(Refusal why) {
    return new Tracing(
        experiment,
        layer,
        pass,
        Status.REFUSED,
        passesDone,
        layersDone,
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
