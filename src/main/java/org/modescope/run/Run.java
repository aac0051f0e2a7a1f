package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Graph;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.measure.AttributionStatus;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.StreamDraws;

/// One run: an input through a net, pass after pass in blocks, with [Gauge]s that watch. What they
/// saw in earlier runs of the same experiment counts in: three runs of one pass show what one of
/// three shows.
///
/// The first block is a single pass: it gives something to show at once, and a net that refuses its
/// input has then refused exactly one pass.
public final class Run {
  private final LiveNet live;
  private final Experiment experiment;
  private final RunOptions options;
  private final RunRecorder recorder;
  private final Consumer<Observation> observer;
  private final StreamDraws draws;
  private final Series series;
  private final Gauges gauges;
  private final BlockSize blockSize = new BlockSize();
  private AttributionMeasurement.Result attribution = AttributionMeasurement.Result.NONE;
  private int done;
  private long elapsedNanos;

  private final Pace pace = new Pace();

  public Run(
      LiveNet live, RunOptions options, RunRecorder recorder, Consumer<Observation> observer) {
    this.live = live;
    this.experiment = live.experiment();
    this.options = options;
    this.recorder = recorder;
    this.observer = observer;
    this.draws = new StreamDraws(live.generator());
    this.series = live.series();
    this.gauges = new Gauges(List.of(series.gauges(), new RecorderGauge(experiment, recorder)));
  }

  /// What can be said of a net that has not run.
  public static Observation ready(LiveNet live) {
    Run run = new Run(live, RunOptions.plain(0), RunRecorder.NONE, _ -> {});
    return run.observation(Status.READY, Optional.empty());
  }

  /// Runs until all passes are made, a pass is refused or `stopped` says so; the last observation
  /// says which.
  ///
  /// @throws OutOfMemoryError if memory does not suffice; then nothing of the run stays allocated
  public void go(BooleanSupplier stopped) {
    try {
      AllOrNothing.run(() -> run(stopped));
    } catch (RuntimeException | Error fault) {
      // A block may have been seen in part, and its gradients were given back.
      live.endSeries();
      live.net().parameters().values().forEach(Tensor::clearGrad);
      throw fault;
    }
  }

  private void run(BooleanSupplier stopped) {
    try (Feed feed = new Feed(live, draws, recorder)) {
      Setting setting = new Setting(live, feed.first(), options);
      try {
        gauges.started(setting);
        boolean isWhole = makePasses(setting, feed, stopped);
        gauges.ended(setting);
        if (isWhole) {
          finish(feed.first(), stopped);
        } else {
          tell(Status.STOPPED);
        }
      } catch (PassRefusedException refused) {
        gauges.refused(setting);
        observer.accept(
            observation(Status.REFUSED, Optional.of(Refusals.explain(refused, experiment))));
      }
    }
  }

  /// Whether all passes were made.
  private boolean makePasses(Setting setting, Feed feed, BooleanSupplier stopped) {
    while (done < options.passes()) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      make(new Block(setting, done, series.passes(), nextBlock()), feed);
      if (done < options.passes() && pace.isDue()) {
        tell(Status.RUNNING);
      }
    }
    return true;
  }

  private int nextBlock() {
    boolean isSingle =
        options.backward()
            || done < recorder.detailedPasses()
            || (done > 0 && !draws.canDrawAhead());
    return isSingle ? 1 : Math.min(blockSize.next(), options.passes() - done);
  }

  private void make(Block block, Feed feed) {
    long started = System.nanoTime();
    gauges.beforeBlock(block);
    live.net().parameters().values().forEach(Tensor::clearGrad);
    long before = NativeBackend.allocatedBytes();
    Tensor output = experiment.gradMode().call(() -> forward(block, feed, before));
    try {
      List<float[]> values = new ArrayList<>();
      output.forEachPass(values::add);
      gauges.outputs(block, output.shape(), values);
      Graph graph = output.graph();
      output.releaseValue();
      gauges.graph(block, graph, NativeBackend.allocatedBytes() - before - feed.freshBytes());
      if (options.backward()) {
        backward(output);
      }
    } finally {
      output.close();
      feed.release();
    }
    done += block.passes();
    series.count(block.passes());
    live.countPasses(block.passes());
    long took = System.nanoTime() - started;
    elapsedNanos += took;
    blockSize.took(block.passes(), took);
    gauges.afterBlock(block);
  }

  private Tensor forward(Block block, Feed feed, long before) {
    try (Arena arena = Arena.open()) {
      Tensor input = feed.of(block, arena);
      Passes passes = new Passes(live.passesMade(), block.passes(), draws, gauges);
      Tensor output = arena.keep(live.net().apply(input, passes));
      blockSize.allocated(block.passes(), NativeBackend.allocatedBytes() - before);
      return output;
    }
  }

  /// Backward on the sum of the output, whose gradient is 1 for every element.
  private static void backward(Tensor output) {
    float[] ones = new float[Math.toIntExact(output.shape().elements())];
    Arrays.fill(ones, 1);
    try {
      output.backward(ones);
    } catch (TorchException refused) {
      throw new PassRefusedException("backward", refused);
    }
  }

  /// Tells of the complete run, and once more when it is known which random layer causes how much.
  private void finish(Tensor input, BooleanSupplier stopped) {
    if (options.attribution() && series.passes() > 1) {
      attribution = AttributionMeasurement.foreseen(experiment);
    }
    tell(Status.FINISHED);
    if (attribution.status() == AttributionStatus.TO_COME) {
      attribution = measuredAttribution(input, stopped);
      tell(Status.FINISHED);
    }
  }

  /// A shortage here takes nothing from the run, which is complete.
  private AttributionMeasurement.Result measuredAttribution(Tensor input, BooleanSupplier stopped) {
    AttributionMeasurement measurement = new AttributionMeasurement(live, input, blockSize.limit());
    try {
      return AllOrNothing.call(() -> measurement.measure(stopped));
    } catch (OutOfMemoryError shortage) {
      return new AttributionMeasurement.Result(AttributionStatus.TOO_LARGE, List.of());
    }
  }

  private void tell(Status status) {
    observer.accept(observation(status, Optional.empty()));
  }

  private Observation observation(Status status, Optional<Refusal> refusal) {
    ObservationDraft draft = new ObservationDraft();
    gauges.tell(draft);
    draft.attribution(attribution);
    return draft.finished(
        experiment,
        new Progress(
            status, done, options.passes(), series.passes(), live.passesMade(), elapsedNanos),
        refusal);
  }
}
