package org.modescope.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Refusals;
import org.modescope.nn.PassRefusedException;

/// Runs experiments, one at a time, on a worker thread of its own, and puts what it sees into a
/// one-slot mailbox.
///
/// The runner keeps the net between runs: a second run goes on from the state the first one left,
/// as a net in a notebook does. State is kept through edits that leave its shapes alone (a mode,
/// `p`, `momentum`); a change of seed or of a layer's sizes builds the net anew. All methods may be
/// called from any thread and return at once.
public final class Runner implements AutoCloseable {
  private final Mailbox<Observation> observations = new Mailbox<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("experiment-worker").daemon().factory());

  /// The number of the newest request. A run that was asked for earlier ends as soon as it sees a
  /// newer one, and is not heard of again.
  private final AtomicLong newestRequest = new AtomicLong();

  /// The number of the newest request that was to be stopped.
  private final AtomicLong stoppedRequest = new AtomicLong();

  /// Only the worker touches this.
  private @Nullable LiveNet live;

  /// The newest observation, replaced several times a second while a run goes on; the last one of a
  /// run always stays until it is taken or the next run begins.
  public Mailbox<Observation> observations() {
    return observations;
  }

  /// Loads ND4J, so that the first run need not wait for it.
  public void warmUp() {
    worker.execute(NativeBackend::load);
  }

  /// Sends the experiment's input through its net, `passes` times, going on from the present state.
  /// A run that is still going on is stopped first.
  public void run(Experiment experiment, int passes) {
    long request = newestRequest.incrementAndGet();
    worker.execute(
        () ->
            guarded(
                request,
                experiment,
                passes,
                () -> {
                  Run run =
                      new Run(
                          prepared(experiment),
                          RunOptions.watched(passes),
                          RunRecorder.NONE,
                          seen -> publish(request, seen));
                  run.go(() -> isOver(request));
                }));
  }

  /// Puts the net back to how it was built: same weights, same draws to come.
  public void rewind(Experiment experiment) {
    long request = newestRequest.incrementAndGet();
    worker.execute(
        () ->
            guarded(
                request,
                experiment,
                0,
                () -> {
                  discard();
                  publish(request, Run.ready(prepared(experiment)));
                }));
  }

  /// Stops the run after the block of passes at hand; what was measured until then is kept.
  public void stop() {
    stoppedRequest.set(newestRequest.get());
  }

  /// Stops the run, gives back the net's memory and ends the worker.
  @Override
  public void close() {
    stop();
    worker.execute(this::discard);
    worker.shutdown();
  }

  private boolean isOver(long request) {
    return newestRequest.get() != request || stoppedRequest.get() >= request;
  }

  private void publish(long request, Observation seen) {
    if (newestRequest.get() == request) {
      observations.put(seen);
    }
  }

  private LiveNet prepared(Experiment experiment) {
    LiveNet next = live == null ? LiveNet.fresh(experiment) : live.continueAs(experiment);
    live = next;
    return next;
  }

  private void discard() {
    if (live != null) {
      live.close();
      live = null;
    }
  }

  /// A fault of ours must end neither the worker nor the window: it becomes an observation like any
  /// other.
  private void guarded(long request, Experiment experiment, int passes, Runnable work) {
    try {
      work.run();
    } catch (PassRefusedException refused) {
      publish(request, Refusals.observed(experiment, passes, refused));
    } catch (RuntimeException | Error fault) {
      publish(request, Faults.observed(experiment, passes, fault));
    }
  }
}
