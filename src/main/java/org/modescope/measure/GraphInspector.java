package org.modescope.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Graph;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Node;
import org.modescope.autograd.SavedTensor;
import org.modescope.autograd.Tensor;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.measure.GraphMemory.Phase;
import org.modescope.nn.Draws;
import org.modescope.nn.Layer;
import org.modescope.nn.Passes;
import org.modescope.nn.Sequential;

/// Measures what a graph holds: of a pass that ran, and over the life of one recorded for the
/// purpose.
public final class GraphInspector {
  private GraphInspector() {}

  /// The counts of a graph that a pass recorded.
  ///
  /// @param heldBytes what the pass left allocated, measured
  public static GraphMemory describe(Graph graph, long heldBytes, List<Moment> timeline) {
    Map<Object, Integer> storages = new IdentityHashMap<>();
    List<GraphMemory.Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      List<GraphMemory.Saved> saved = new ArrayList<>();
      for (SavedTensor tensor : node.saved()) {
        boolean alias = storages.containsKey(tensor.storage());
        storages.putIfAbsent(tensor.storage(), storages.size());
        saved.add(
            new GraphMemory.Saved(
                tensor.name(),
                tensor.shape(),
                tensor.type(),
                tensor.bytes(),
                tensor.kind(),
                storages.getOrDefault(tensor.storage(), 0),
                alias));
      }
      nodes.add(new GraphMemory.Node(node.operation(), node.layer(), saved));
    }
    return new GraphMemory(
        graph.isRecorded(),
        graph.packedBytes(),
        graph.uniqueBytes(),
        graph.extraBytes(),
        heldBytes,
        nodes,
        timeline,
        Optional.empty());
  }

  /// One pass with grad on, forward layer by layer and backward node by node, on a net made for it.
  /// The caller's net is left alone.
  ///
  /// @param copy a net in the state to look at
  public static GraphMemory record(Sequential copy, Tensor input, Draws draws) {
    return GradMode.GRAD.call(
        () -> {
          long before = NativeBackend.allocatedBytes();
          List<Moment> timeline = new ArrayList<>();
          Tensor current = copy.overwritesInput() ? input.copied() : input.forPasses(1);
          try {
            for (Layer layer : copy.children()) {
              current = advance(layer, current, Passes.of(0, 1, draws));
              timeline.add(new Moment(Phase.FORWARD, layer.path(), heldWithout(current, before)));
            }
            current.releaseValue();
            long held = NativeBackend.allocatedBytes() - before;
            GraphMemory memory = describe(current.graph(), held, List.of());
            if (memory.recorded()) {
              timeline.addAll(backward(current, before, copy));
            }
            return memory.withTimeline(timeline);
          } finally {
            current.close();
          }
        });
  }

  private static Tensor advance(Layer layer, Tensor x, Passes passes) {
    try (Arena arena = Arena.open()) {
      Tensor y = arena.keep(layer.apply(x, passes));
      if (y != x) {
        x.close();
      }
      return y;
    }
  }

  /// The bytes that the graph alone holds while its latest value is still in the caller's hands.
  private static long heldWithout(Tensor value, long before) {
    long held = NativeBackend.allocatedBytes() - before;
    return value.isHeldByGraph() ? held : held - value.bytes();
  }

  private static List<Moment> backward(Tensor output, long before, Sequential net) {
    List<Moment> moments = new ArrayList<>();
    float[] ones = new float[Math.toIntExact(output.shape().elements())];
    Arrays.fill(ones, 1);
    output.backward(
        ones,
        (node, gradientBytes) ->
            moments.add(
                new Moment(
                    Phase.BACKWARD,
                    node.layer(),
                    NativeBackend.allocatedBytes()
                        - before
                        - gradientBytes
                        - leafGradientBytes(net))));
    return moments;
  }

  private static long leafGradientBytes(Sequential net) {
    long bytes = 0;
    for (Tensor parameter : net.parameters().values()) {
      Tensor gradient = parameter.grad();
      if (gradient != null) {
        bytes += gradient.bytes();
      }
    }
    return bytes;
  }
}
