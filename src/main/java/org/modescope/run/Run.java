package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Graph;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Attribution;
import org.modescope.measure.DropoutPrediction;
import org.modescope.measure.GraphInspector;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Inspection;
import org.modescope.measure.Inspection.Place;
import org.modescope.measure.Inspector;
import org.modescope.measure.Multiplier;
import org.modescope.measure.NonFiniteSearch;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputAccumulator;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.PassDetail;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.StatisticsTracer;
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
public final class Run {
  private static final long PUBLISH_INTERVAL_NANOS = 30_000_000;

  private static final long LONGEST_ATTRIBUTION_NANOS = 4_000_000_000L;

  private final LiveNet live;
  private final Experiment experiment;
  private final RunOptions options;
  private final RunRecorder recorder;
  private final Consumer<Observation> observer;
  private final Draws draws;
  private final Map<String, PlacedLayer> placed = new LinkedHashMap<>();
  private final Map<String, StatisticsTracer> tracers = new LinkedHashMap<>();
  private final Optional<DropoutPrediction> prediction;
  private final StateDict start;
  private final long startPass;
  private final Inspector inspector;
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

  public Run(
      LiveNet live, RunOptions options, RunRecorder recorder, Consumer<Observation> observer) {
    this.live = live;
    this.experiment = live.experiment();
    this.options = options;
    this.recorder = recorder;
    this.observer = observer;
    this.draws = Draws.seeded(experiment.seed());
    this.prediction = DropoutPrediction.of(experiment);
    this.start = live.net().state();
    this.startPass = live.passesMade();
    this.inspector = new Inspector(experiment);
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      placed.put(layer.path(), layer);
      if (layer.spec().type().isBatchNorm() && layer.spec().flag("track_running_stats")) {
        tracers.put(layer.path(), new StatisticsTracer(layer, live.origin(), start));
      }
    }
  }

  /// What can be said of a net that has not run.
  public static Observation ready(LiveNet live) {
    Run run = new Run(live, RunOptions.plain(0), RunRecorder.NONE, seen -> {});
    return run.observation(Status.READY, Optional.empty());
  }

  /// Runs until all passes are made, a pass is refused or `stopped` says so; the last observation
  /// says which.
  public void go(BooleanSupplier stopped) {
    float[] values = InputValues.of(experiment.input());
    inspector.found(NonFiniteSearch.inInput(values));
    inspector.found(NonFiniteSearch.inState(start, Place.STARTING_STATE));
    try (Tensor input = Tensor.input(experiment.input().shape(), values)) {
      if (options.timeline()) {
        inspectGraph(input);
      }
      while (done < options.passes()) {
        if (stopped.getAsBoolean()) {
          tellGradients();
          inspect(input);
          observer.accept(observation(Status.STOPPED, Optional.empty()));
          return;
        }
        block(input, nextBlock());
        long now = System.nanoTime();
        if (done < options.passes() && now - lastPublished > PUBLISH_INTERVAL_NANOS) {
          lastPublished = now;
          observer.accept(observation(Status.RUNNING, Optional.empty()));
        }
      }
      tellGradients();
      inspect(input);
      observer.accept(observation(Status.FINISHED, Optional.empty()));
      if (options.attribution() && attribute(input, stopped)) {
        observer.accept(observation(Status.FINISHED, Optional.empty()));
      }
    } catch (PassRefusedException refused) {
      noteCounters();
      observer.accept(
          observation(Status.REFUSED, Optional.of(Refusals.explain(refused, experiment))));
    }
  }

  private int nextBlock() {
    boolean isSingle = options.backward() || done < recorder.detailedPasses();
    return isSingle ? 1 : Math.min(blockSize.next(), options.passes() - done);
  }

  private void block(Tensor input, int passes) {
    boolean isFirst = done == 0;
    long started = System.nanoTime();
    live.net().parameters().values().forEach(Tensor::clearGrad);
    long before = NativeBackend.allocatedBytes();
    Passes block = new Passes(live.passesMade(), passes, draws, new RunProbe(isFirst));
    Tensor output = experiment.gradMode().call(() -> forward(input, block, before));
    try {
      List<float[]> values = takeOutputs(output);
      Graph graph = output.graph();
      output.releaseValue();
      boolean isDetailed = done < recorder.detailedPasses();
      if (isDetailed || memory == null) {
        long held = NativeBackend.allocatedBytes() - before;
        GraphMemory kept = GraphInspector.describe(graph, held, List.of());
        memory = memory == null ? kept : memory;
        if (isDetailed) {
          recorder.detailed(
              new PassDetail(done, output.shape(), values.getFirst(), live.net().buffers(), kept));
        }
      }
      if (options.backward()) {
        backward(output);
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

  private List<float[]> takeOutputs(Tensor output) {
    OutputAccumulator accumulator = outputs(output);
    List<float[]> values = new ArrayList<>();
    output.forEachPass(
        pass -> {
          accumulator.add(pass);
          recorder.output(done + values.size(), output.shape(), pass);
          values.add(pass);
        });
    return values;
  }

  /// Backward on the sum of the output, whose gradient is 1 for every element.
  private void backward(Tensor output) {
    float[] ones = new float[Math.toIntExact(output.shape().elements())];
    Arrays.fill(ones, 1);
    try {
      output.backward(ones);
    } catch (TorchException refused) {
      throw new PassRefusedException("backward", refused);
    }
  }

  /// What the last pass's backward left is still there.
  private void tellGradients() {
    if (options.backward() && done > 0) {
      recorder.gradients(gradients());
    }
  }

  private StateDict gradients() {
    SequencedMap<String, StateDict.Entry> gradients = new LinkedHashMap<>();
    live.net()
        .parameters()
        .forEach(
            (key, parameter) -> {
              Tensor gradient = parameter.grad();
              if (gradient != null) {
                gradients.put(key, new StateDict.Floats(gradient.shape(), gradient.values()));
              }
            });
    return new StateDict(gradients);
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

  /// Looks for what the passes gave reason to look for, on copies of the net.
  private void inspect(Tensor input) {
    if (outputs == null) {
      return;
    }
    outputs
        .firstNonFinite()
        .ifPresent(
            pass -> {
              try (var copy = live.copy()) {
                copy.load(start);
                inspector.found(
                    NonFiniteSearch.inLayers(copy, input, draws, startPass + pass, pass));
              }
            });
    inspector.found(NonFiniteSearch.inState(live.net().buffers(), Place.RUNNING_STATISTIC));
    if (inspector.hasShiftedBatch()) {
      try (var copy = live.copy()) {
        inspector.lookAtRest(copy, input, draws, startPass);
      }
    }
  }

  /// Finds out which random layer causes how much, unless that would take longer than anyone waits
  /// or one pass is all there was. Says whether there is something new to tell.
  private boolean attribute(Tensor input, BooleanSupplier stopped) {
    int randomLayers = RandomLayers.of(experiment).size();
    boolean isCheap =
        AttributionMeasurement.passes(randomLayers) * fastestNanosPerPass
            < LONGEST_ATTRIBUTION_NANOS;
    if (randomLayers > 0 && done > 1 && isCheap) {
      attribution = AttributionMeasurement.measure(live, input, live.passesMade(), stopped);
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
    Progress progress =
        new Progress(status, done, options.passes(), live.passesMade(), elapsedNanos);
    Optional<OutputVariance> output =
        Optional.ofNullable(outputs).map(accumulator -> accumulator.summary(predicted));
    List<RunningStatistics> statistics = new ArrayList<>();
    tracers.values().forEach(tracer -> statistics.add(tracer.summary()));
    Optional<GraphMemory> graph = graphMemory();
    Inspection inspection = inspector.summary();
    return new Observation(
        experiment,
        progress,
        output,
        statistics,
        graph,
        attribution,
        refusal,
        inspection,
        Optional.empty());
  }

  /// Collects what layers tell while they compute.
  private final class RunProbe implements Probe {
    private final boolean isFirstBlock;
    private @Nullable Tensor entered;

    RunProbe(boolean isFirstBlock) {
      this.isFirstBlock = isFirstBlock;
    }

    @Override
    public void entering(String layer, Tensor input) {
      entered = input;
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
      inspector.entering(layer, input);
    }

    @Override
    public void drew(String layer, Tensor factor) {
      if (isFirstBlock) {
        inspector.drew(layer, factor);
      }
      if (!recorder.wantsFactors()) {
        return;
      }
      Tensor input = Objects.requireNonNull(entered);
      List<float[]> inputs = new ArrayList<>();
      input.forEachPass(inputs::add);
      // Over one sample a layer draws as over a batch of one; the factor is the sample's.
      Shape shape = factor.shape().last(Math.min(input.shape().rank(), factor.shape().rank()));
      LayerSpec spec = Objects.requireNonNull(placed.get(layer)).spec();
      int[] pass = {0};
      factor.forEachPass(
          drawn -> {
            float[] multiplier = Multiplier.of(spec, drawn, inputs.get(pass[0]));
            recorder.drew(layer, done + pass[0], shape, multiplier);
            pass[0]++;
          });
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
