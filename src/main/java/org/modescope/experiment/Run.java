package org.modescope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Graph;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Observation.Progress;
import org.modescope.experiment.Observation.Status;
import org.modescope.nn.Draws;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.StateDict;

/// One run: the same input through a net, pass after pass in blocks, with everything that is
/// measured on the way.
///
/// The first block is a single pass: it gives something to show at once, and a net that refuses its
/// input has then refused exactly one pass.
final class Run {
  private static final long PUBLISH_INTERVAL_NANOS = 30_000_000;

  private static final long LONGEST_ATTRIBUTION_NANOS = 4_000_000_000L;

  private final LiveNet live;
  private final Experiment experiment;
  private final int asked;
  private final Consumer<Observation> observer;
  private final Draws draws;
  private final Map<String, StatisticsTracer> tracers = new LinkedHashMap<>();
  private final Optional<DropoutPrediction> prediction;
  private final BlockSize blockSize = new BlockSize();
  private @Nullable OutputAccumulator outputs;
  private @Nullable GraphMemory memory;
  private @Nullable GraphMemory inspected;
  private Optional<double[]> predicted = Optional.empty();
  private List<Attribution> attribution = List.of();
  private float[] predictionInput = new float[0];
  private int done;
  private long elapsedNanos;

  /// The first blocks are slow while code is compiled; the fastest tells what passes really cost.
  private long fastestNanosPerPass = LONGEST_ATTRIBUTION_NANOS;

  private long lastPublished;

  Run(LiveNet live, int asked, Consumer<Observation> observer) {
    this.live = live;
    this.experiment = live.experiment();
    this.asked = asked;
    this.observer = observer;
    this.draws = Draws.seeded(experiment.seed());
    this.prediction = DropoutPrediction.of(experiment);
    StateDict start = live.net().state();
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      if (layer.spec().type().isBatchNorm() && layer.spec().flag("track_running_stats")) {
        tracers.put(layer.path(), new StatisticsTracer(layer, live.origin(), start));
      }
    }
  }

  /// What can be said of a net that has not run.
  static Observation ready(LiveNet live) {
    Run run = new Run(live, 0, seen -> {});
    return run.observation(Status.READY, Optional.empty());
  }

  /// Runs until all passes are made, a pass is refused or `stopped` says so; the last observation
  /// says which.
  void go(BooleanSupplier stopped) {
    try (Tensor input =
        Tensor.input(experiment.input().shape(), InputValues.of(experiment.input()))) {
      inspectGraph(input);
      while (done < asked) {
        if (stopped.getAsBoolean()) {
          observer.accept(observation(Status.STOPPED, Optional.empty()));
          return;
        }
        block(input, Math.min(blockSize.next(), asked - done));
        long now = System.nanoTime();
        if (done < asked && now - lastPublished > PUBLISH_INTERVAL_NANOS) {
          lastPublished = now;
          observer.accept(observation(Status.RUNNING, Optional.empty()));
        }
      }
      observer.accept(observation(Status.FINISHED, Optional.empty()));
      if (attribute(input, stopped)) {
        observer.accept(observation(Status.FINISHED, Optional.empty()));
      }
    } catch (PassRefusedException refused) {
      noteCounters();
      observer.accept(
          observation(Status.REFUSED, Optional.of(Refusals.explain(refused, experiment))));
    }
  }

  private void block(Tensor input, int passes) {
    boolean isFirst = done == 0;
    long started = System.nanoTime();
    long before = NativeBackend.allocatedBytes();
    Passes block = new Passes(live.passesMade(), passes, draws, new RunProbe(isFirst));
    Tensor output = experiment.gradMode().call(() -> forward(input, block, before));
    try {
      output.forEachPass(outputs(output)::add);
      Graph graph = output.graph();
      output.releaseValue();
      if (isFirst && memory == null) {
        long held = NativeBackend.allocatedBytes() - before;
        memory = GraphInspector.describe(graph, held, List.of());
      }
    } finally {
      output.close();
    }
    done += passes;
    live.countPasses(passes);
    long took = System.nanoTime() - started;
    elapsedNanos += took;
    fastestNanosPerPass = Math.min(fastestNanosPerPass, took / passes);
    blockSize.took(passes, took);
    tracers.values().forEach(tracer -> tracer.endBlock(done));
    if (isFirst) {
      predict();
    }
  }

  private Tensor forward(Tensor input, Passes block, long before) {
    try (Arena arena = Arena.open()) {
      Tensor output = arena.keep(live.net().apply(input.forPasses(block.count()), block));
      blockSize.allocated(block.count(), NativeBackend.allocatedBytes() - before);
      return output;
    }
  }

  private OutputAccumulator outputs(Tensor output) {
    OutputAccumulator accumulator =
        outputs == null ? new OutputAccumulator(output.shape()) : outputs;
    outputs = accumulator;
    return accumulator;
  }

  /// Looks at a recorded pass of a copy: for the time line, and for what grad would keep where the
  /// run records nothing.
  private void inspectGraph(Tensor input) {
    try (var copy = live.copy()) {
      inspected = GraphInspector.record(copy, input, draws, live.passesMade());
    } catch (PassRefusedException refused) {
      // The run itself is about to be refused, and says so.
      inspected = null;
    }
  }

  /// Finds out which random layer causes how much, unless that would take longer than anyone waits
  /// or one pass is all there was. Says whether there is something new to tell.
  private boolean attribute(Tensor input, BooleanSupplier stopped) {
    int randomLayers = RandomLayers.of(experiment).size();
    boolean isCheap =
        Attribution.passes(randomLayers) * fastestNanosPerPass < LONGEST_ATTRIBUTION_NANOS;
    if (randomLayers > 0 && done > 1 && isCheap) {
      attribution = Attribution.measure(live, input, live.passesMade(), stopped);
    }
    return !attribution.isEmpty();
  }

  private Optional<GraphMemory> graphMemory() {
    if (memory == null) {
      return Optional.empty();
    }
    if (inspected == null) {
      return Optional.of(memory);
    }
    if (experiment.gradMode() == GradMode.GRAD) {
      return Optional.of(memory.withTimeline(inspected.timeline()));
    }
    return Optional.of(inspected.recorded() ? memory.withIfRecorded(inspected) : memory);
  }

  private void predict() {
    predicted =
        prediction.flatMap(
            theory ->
                theory.deviations(
                    predictionInput, theory.weightKey().map(live::parameter).orElse(new float[0])));
  }

  private void noteCounters() {
    StateDict state = live.net().state();
    tracers
        .values()
        .forEach(tracer -> tracer.counted(state.counter(tracer.layer() + ".num_batches_tracked")));
  }

  private Observation observation(Status status, Optional<Refusal> refusal) {
    Progress progress = new Progress(status, done, asked, live.passesMade(), elapsedNanos);
    Optional<OutputVariance> output =
        Optional.ofNullable(outputs).map(accumulator -> accumulator.summary(predicted));
    List<RunningStatistics> statistics = new ArrayList<>();
    tracers.values().forEach(tracer -> statistics.add(tracer.summary()));
    Optional<GraphMemory> graph = graphMemory();
    Reading reading =
        ReadingWriter.read(experiment, progress, output, statistics, graph, attribution, refusal);
    return new Observation(
        experiment, progress, output, statistics, graph, attribution, refusal, reading);
  }

  /// Collects what layers tell while they compute.
  private final class RunProbe implements Probe {
    private final boolean isFirstBlock;

    RunProbe(boolean isFirstBlock) {
      this.isFirstBlock = isFirstBlock;
    }

    @Override
    public void entering(String layer, Tensor input) {
      if (!isFirstBlock) {
        return;
      }
      prediction
          .filter(theory -> theory.dropoutLayer().equals(layer))
          .ifPresent(theory -> predictionInput = input.values());
      StatisticsTracer tracer = tracers.get(layer);
      if (tracer != null && tracer.isWatching(input.shape())) {
        tracer.sawBatch(Statistics.overBatch(input));
      }
    }

    @Override
    public void updated(String layer, Statistics batch, RunningHistory history) {
      StatisticsTracer tracer = tracers.get(layer);
      if (tracer != null) {
        tracer.updated(batch, history);
      }
    }
  }
}
