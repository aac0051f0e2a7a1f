package org.modescope.run;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.StateDict;

/// An experiment's passes from its starting state, on the caller's thread: the same computation
/// that [Runner] makes for the window.
public final class DirectRun implements AutoCloseable {
  private final LiveNet live;
  private final StateDict start;

  /// Builds the net.
  ///
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public DirectRun(Experiment experiment) {
    this(LiveNet.fresh(experiment));
  }

  /// Goes on from a net's present state; the net is closed with this.
  DirectRun(LiveNet live) {
    this.live = live;
    start = live.net().buffers();
  }

  /// The net's present state.
  public StateDict state() {
    return live.net().state();
  }

  /// The values of the input that every pass is given, row-major.
  public float[] inputValues() {
    return live.inputValues();
  }

  /// Runs the experiment's passes on a copy of the present state, to have code compiled and caches
  /// filled. Nothing of it is told, and the net is left alone.
  public void warmUp(int passes, BooleanSupplier stopped) {
    try (LiveNet copy = live.duplicate()) {
      new Run(copy, RunOptions.plain(passes), RunRecorder.NONE, seen -> {}).go(stopped);
    }
  }

  /// Makes passes until all are made, one is refused or `stopped` says so.
  ///
  /// @param progress hears several times a second how far it is
  /// @return what was seen in the end; its status says why it ended
  public Observation go(
      RunOptions options,
      RunRecorder recorder,
      Consumer<Observation> progress,
      BooleanSupplier stopped) {
    AtomicReference<Observation> latest = new AtomicReference<>();
    new Run(
            live,
            options,
            recorder,
            seen -> {
              latest.set(seen);
              progress.accept(seen);
            })
        .go(stopped);
    return Objects.requireNonNull(latest.get());
  }

  /// What comes of calling backward on one more pass, which a copy of the net makes; empty where
  /// `stopped` says so.
  Optional<Backward> tryBackward(BooleanSupplier stopped) {
    AtomicInteger gradients = new AtomicInteger();
    RunRecorder counter =
        new RunRecorder() {
          @Override
          public void gradients(StateDict left) {
            gradients.set(left.entries().size());
          }
        };
    try (DirectRun copy = new DirectRun(live.duplicate())) {
      Observation seen = copy.go(RunOptions.plain(1).withBackward(), counter, _ -> {}, stopped);
      if (seen.progress().status() == Status.STOPPED) {
        return Optional.empty();
      }
      return Optional.of(
          seen.refusal()
              .<Backward>map(refusal -> new Backward.Raises(refusal.message()))
              .orElseGet(
                  () -> new Backward.Works(gradients.get(), live.net().parameters().size())));
    }
  }

  /// Whether any running statistic differs from the state that this began with, bit for bit;
  /// counters are left out.
  public boolean hasMovedStatistics() {
    Map<String, StateDict.Entry> before = start.entries();
    return live.net().buffers().entries().entrySet().stream()
        .anyMatch(
            buffer ->
                buffer.getValue() instanceof StateDict.Floats now
                    && before.get(buffer.getKey()) instanceof StateDict.Floats then
                    && !Arrays.equals(now.values(), then.values()));
  }

  @Override
  public void close() {
    live.close();
  }
}
