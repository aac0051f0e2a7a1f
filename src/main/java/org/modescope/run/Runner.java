package org.modescope.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.modescope.autograd.NativeBackend;
import org.modescope.measure.Refusals;
import org.modescope.measure.Snapshot;
import org.modescope.nn.PassRefusedException;

/// Does jobs, one at a time, on a worker thread of its own, and puts what they show into the
/// mailbox of their [Lane].
///
/// A job ends the one before it in its lane, which is not heard of again: asking for one empties
/// the lane's mailbox. Jobs of different lanes wait for each other. All methods may be called from
/// any thread and return at once.
public final class Runner implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("experiment-worker").daemon().factory());

  private final Map<Lane<?>, Mailbox<?>> mailboxes = new ConcurrentHashMap<>();
  private final Bench bench = new Bench();
  private final AtomicInteger waiting = new AtomicInteger();

  /// The newest of what a lane's newest job has shown, replaced several times a second while that
  /// goes on; its last word stays until it is taken.
  // A lane's mailbox is made here only, for what the lane shows.
  @SuppressWarnings("unchecked")
  public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
    return (Mailbox<S>) mailboxes.computeIfAbsent(lane, _ -> new Mailbox<S>());
  }

  /// Loads ND4J, so that the first job need not wait for it.
  public void warmUp() {
    worker.execute(NativeBackend::load);
  }

  /// Asks for a job; the one before it in its lane ends.
  public <S extends Snapshot> void submit(Job<S> job) {
    Mailbox.Sender<S> sender = mailbox(job.lane()).handOver();
    waiting.incrementAndGet();
    worker.execute(
        () -> {
          waiting.decrementAndGet();
          if (!sender.isReplaced() || job.isAlwaysDone()) {
            perform(job, sender);
          }
        });
  }

  /// Does a job that nobody is to see, as practice: on a bench of its own, so that the window's is
  /// left alone. It gives way to what somebody asks for.
  ///
  /// @return what it shows in the end; nothing if it gave way, or the runner is closed
  public <S extends Snapshot> CompletableFuture<Optional<S>> rehearse(Job<S> job) {
    try {
      return CompletableFuture.supplyAsync(() -> rehearsed(job), worker);
    } catch (RejectedExecutionException _) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  private <S extends Snapshot> Optional<S> rehearsed(Job<S> job) {
    BooleanSupplier isInTheWay = () -> waiting.get() > 0;
    if (isInTheWay.getAsBoolean()) {
      return Optional.empty();
    }
    try (DirectBench own = new DirectBench()) {
      return own.attempt(job, isInTheWay);
    }
  }

  /// Ends a lane's job soon, for passes after the block at hand; what was measured until then is
  /// kept and shown.
  public void stop(Lane<?> lane) {
    mailbox(lane).stop();
  }

  /// Ends all jobs, gives back the net's memory and ends the worker.
  @Override
  public void close() {
    mailboxes.values().forEach(Mailbox::stop);
    worker.execute(bench::clear);
    worker.shutdown();
  }

  /// Waits until a closed runner has given everything back: memory is measured for the process as a
  /// whole, so what one runner frees late another one would see.
  void awaitEnd() throws InterruptedException {
    worker.awaitTermination(1, TimeUnit.MINUTES);
  }

  /// A fault of ours must end neither the worker nor the window: it is shown like anything else.
  private <S extends Snapshot> void perform(Job<S> job, Mailbox.Sender<S> sender) {
    try {
      job.perform(bench, sender::put, sender::isOver);
    } catch (PassRefusedException refused) {
      sender.put(job.refused(Refusals.explain(refused, job.experiment())));
    } catch (RuntimeException | Error fault) {
      sender.put(job.failed(Faults.of(fault)));
    }
  }
}
