package org.modescope.run;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.modescope.autograd.AllOrNothing;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.Traceable;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusals;
import org.modescope.measure.Tracing;
import org.modescope.nn.PassRefusedException;

/// Looks into one layer on one pass of an experiment, on a net made for it: the passes before are
/// made first, as they would be in a run.
public final class TraceRun {
  private final Experiment experiment;
  private final PlacedLayer layer;
  private final int pass;
  private final int repeats;

  /// @param path one of [Traceable#of]
  /// @param pass counted from 1
  /// @param repeats how often the layer's input is sent through it again, if it draws
  /// @throws IllegalArgumentException if there is no such layer
  public TraceRun(Experiment experiment, String path, int pass, int repeats) {
    this.experiment = experiment;
    this.layer =
        Traceable.find(experiment, path)
            .orElseThrow(() -> new IllegalArgumentException("there is no layer " + path));
    this.pass = pass;
    this.repeats = repeats;
  }

  /// Makes the passes, on the caller's thread.
  ///
  /// @param progress hears several times a second how far the passes before are, and before each
  ///   layer of the pass itself
  /// @return the trace, or why there is none
  /// @throws PassRefusedException if a layer refuses its arguments
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  public Tracing go(Consumer<Tracing> progress, BooleanSupplier stopped) {
    return go(LiveNet::fresh, progress, stopped);
  }

  /// The same on a net that the caller has made.
  ///
  /// @param fresh makes the experiment's net in its starting state
  Tracing go(
      Function<Experiment, LiveNet> fresh, Consumer<Tracing> progress, BooleanSupplier stopped) {
    try (LiveNet live = fresh.apply(experiment)) {
      return AllOrNothing.call(() -> go(live, progress, stopped));
    } catch (PassStoppedException _) {
      return sofar(Status.STOPPED, pass - 1);
    }
  }

  private Tracing go(LiveNet live, Consumer<Tracing> progress, BooleanSupplier stopped) {
    if (pass > 1) {
      Observation before = before(live, progress, stopped);
      Tracing sofar = sofar(before.progress().status(), before.progress().done());
      if (before.refusal().isPresent()) {
        return sofar.refusedWith(before.refusal().get());
      }
      if (before.progress().status() != Status.FINISHED) {
        return sofar;
      }
    }
    try {
      Tracing done = sofar(Status.FINISHED, pass - 1);
      return done.withTrace(
          new LayerTracer(live, layer, pass, repeats, new EachLayer(progress, stopped)).trace());
    } catch (PassRefusedException refused) {
      return sofar(Status.REFUSED, pass - 1).refusedWith(Refusals.explain(refused, experiment));
    }
  }

  private Observation before(LiveNet live, Consumer<Tracing> progress, BooleanSupplier stopped) {
    AtomicReference<Observation> latest = new AtomicReference<>();
    new Run(
            live,
            RunOptions.plain(pass - 1),
            RunRecorder.NONE,
            seen -> {
              latest.set(seen);
              progress.accept(sofar(Status.RUNNING, seen.progress().done()));
            })
        .go(stopped);
    return Objects.requireNonNull(latest.get());
  }

  /// Tells before each layer how many came before it, and whether to go on.
  private final class EachLayer implements BooleanSupplier {
    private final Consumer<Tracing> progress;
    private final BooleanSupplier stopped;

    /// The net itself comes first, as the layer that all others are in.
    private int done = -1;

    EachLayer(Consumer<Tracing> progress, BooleanSupplier stopped) {
      this.progress = progress;
      this.stopped = stopped;
    }

    @Override
    public boolean getAsBoolean() {
      progress.accept(sofar(Status.RUNNING, pass - 1).withLayersDone(Math.max(0, done)));
      done++;
      return stopped.getAsBoolean();
    }
  }

  private Tracing sofar(Status status, int done) {
    return Tracing.without(experiment, layer.path(), pass, status, done);
  }
}
