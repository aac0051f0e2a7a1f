package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.GraphInspector;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Counter;
import org.modescope.measure.LayerTrace.Repeats;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.measure.LayerWatch;
import org.modescope.measure.NormStages;
import org.modescope.measure.NormStages.Buffers;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// Makes the next pass of a net and sees what one of its layers does on it. What the other mode
/// would have given, and what more passes would give, is asked of a copy from before the pass.
final class LayerTracer {
  private final LiveNet live;
  private final PlacedLayer placed;
  private final int pass;
  private final int repeats;
  private final AtomicReference<@Nullable Generator> atLayer = new AtomicReference<>();
  private final LayerWatch watch;

  /// @param stopped whether to end before the next layer
  LayerTracer(LiveNet live, PlacedLayer placed, int pass, int repeats, BooleanSupplier stopped) {
    this.live = live;
    this.placed = placed;
    this.pass = pass;
    this.repeats = repeats;
    watch =
        new LayerWatch(
            placed.path(),
            placed.spec(),
            () -> atLayer.set(live.generator().copy()),
            () -> PassStoppedException.throwIf(stopped));
  }

  /// @throws PassRefusedException if a layer refuses
  /// @throws PassStoppedException if it is to end before the pass is made
  LayerTrace trace() {
    Layer layer = find(live.net(), placed.path()).orElseThrow();
    if (!asksACopy()) {
      return trace(layer, Optional.empty());
    }
    // Of a large net a copy as a whole would take longer than the pass.
    try (Layer copy = NetworkBuilder.copy(placed, layer.state())) {
      return trace(layer, Optional.of(copy));
    }
  }

  private boolean asksACopy() {
    return hasOtherMode() || RandomLayers.draws(placed);
  }

  /// Whether something is told of the other mode.
  private boolean hasOtherMode() {
    LayerSpec spec = placed.spec();
    return switch (spec.type().effect()) {
      case DROPS_ELEMENTS,
          DROPS_CHANNELS,
          DROPS_TO_SATURATION,
          DROPS_IN_EITHER_MODE,
          DRAWS_SLOPES,
          NORMALISES_BY_BATCH ->
          true;
      case NORMALISES_BY_SAMPLE -> spec.tracksStatistics();
      case NONE -> false;
    };
  }

  private LayerTrace trace(Layer layer, Optional<Layer> before) {
    StateDict buffersBefore = layer.buffers();
    GraphMemory memory = live.experiment().gradMode().call(this::pass);
    StateDict buffersAfter = layer.buffers();
    Stage input = watch.input().orElseThrow();
    List<Stage> stages = stages(input, buffersBefore, buffersAfter);
    Optional<LayerAgain> again =
        before.map(copy -> new LayerAgain(copy, input, drawsHere(), live.passesMade()));
    // What more passes would give comes first: the other mode moves the copy's statistics.
    Optional<Repeats> more =
        again
            .filter(_ -> repeats > 0 && RandomLayers.draws(placed) && input.values().length > 0)
            .map(each -> each.repeats(repeats));
    Optional<String> otherRefusal = Optional.empty();
    if (again.isPresent() && hasOtherMode()) {
      try {
        stages.add(again.get().other(otherMode()));
      } catch (PassRefusedException refused) {
        otherRefusal = Optional.of(refused.refusal().torchMessage());
      }
    }
    return new LayerTrace(
        placed.path(),
        placed.spec(),
        placed.mode(),
        live.experiment().gradMode(),
        nodes(memory).findAny().isPresent(),
        pass,
        stages,
        held(layer, buffersBefore),
        counter(buffersBefore, buffersAfter),
        otherRefusal,
        saved(memory),
        more);
  }

  private GraphMemory pass() {
    float[] batch = live.batch(0, live.generator());
    try (Tensor input = Tensor.input(live.experiment().input().shape(), batch);
        Arena _ = Arena.open()) {
      Passes passes = new Passes(live.passesMade(), 1, new StreamDraws(live.generator()), watch);
      Graph graph = live.net().apply(input.forPasses(1), passes).graph();
      return GraphInspector.describe(graph, 0, List.of());
    }
  }

  private List<Stage> stages(Stage input, StateDict before, StateDict after) {
    Stage output = watch.output().orElseThrow();
    LayerSpec spec = placed.spec();
    if (spec.type().isBatchNorm()) {
      boolean byBatch = placed.mode() == Mode.TRAIN || !spec.tracksStatistics();
      return new NormStages(
              input,
              output,
              Buffers.of(before, placed.path()),
              Buffers.of(after, placed.path()),
              byBatch,
              spec.number("eps"))
          .stages();
    }
    List<Stage> stages = new ArrayList<>(List.of(input));
    boolean drops = LayerFamily.of(spec.type()) == LayerFamily.DROPOUT;
    watch
        .mask()
        .or(() -> drops ? Optional.of(ones(input)) : Optional.empty())
        .ifPresent(stages::add);
    stages.add(output);
    return stages;
  }

  /// What a layer that draws nothing multiplies by.
  private static Stage ones(Stage input) {
    float[] ones = new float[input.values().length];
    Arrays.fill(ones, 1);
    return new Stage(LayerTrace.MASK, input.shape(), ones);
  }

  private Mode otherMode() {
    return placed.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
  }

  private Generator drawsHere() {
    Generator here = atLayer.get();
    if (here == null) {
      throw new IllegalStateException(placed.path() + " was not reached");
    }
    return here;
  }

  private List<Stage> held(Layer layer, StateDict buffers) {
    List<Stage> held = new ArrayList<>();
    if (placed.spec().type().isContainer()) {
      return held;
    }
    layer
        .parameters()
        .forEach((key, each) -> held.add(new Stage(shortName(key), each.shape(), each.values())));
    buffers
        .entries()
        .forEach(
            (key, entry) -> {
              if (entry instanceof StateDict.Floats each) {
                held.add(new Stage(shortName(key), each.shape(), each.values()));
              }
            });
    return held;
  }

  private String shortName(String key) {
    return key.substring(placed.path().length() + 1);
  }

  private Optional<Counter> counter(StateDict before, StateDict after) {
    String key = placed.path() + ".num_batches_tracked";
    return before.entries().get(key) instanceof StateDict.Counter(long counted)
        ? Optional.of(new Counter(counted, after.counter(key)))
        : Optional.empty();
  }

  private List<GraphMemory.Saved> saved(GraphMemory memory) {
    return nodes(memory).flatMap(node -> node.saved().stream()).toList();
  }

  /// The operations of the layer and of those inside it.
  private Stream<GraphMemory.Node> nodes(GraphMemory memory) {
    String path = placed.path();
    return memory.nodes().stream()
        .filter(node -> node.layer().equals(path) || node.layer().startsWith(path + "."));
  }

  private static Optional<Layer> find(Layer around, String path) {
    for (Layer child : around.children()) {
      if (child.path().equals(path)) {
        return Optional.of(child);
      }
      Optional<Layer> inside = find(child, path);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
