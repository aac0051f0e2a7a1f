package org.modescope.measure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Node;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.SavedTensor;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchGraph;
import org.modescope.autograd.TorchGraph.Vertex;
import org.modescope.nn.Layer;

/// Reads a recorded graph while it is alive, and leaves it as it is.
public final class AutogradGraphReader {
  private final Graph graph;
  private final Tensor input;
  private final Map<Object, String> owners = new IdentityHashMap<>();
  private final Map<String, Tensor> state;
  private final Map<Object, Integer> storages = new IdentityHashMap<>();
  private final Map<Object, SavedTensor> firsts = new IdentityHashMap<>();
  private final Map<Object, Set<String>> holders = new IdentityHashMap<>();
  private final List<TensorGlimpse> contents = new ArrayList<>();

  private AutogradGraphReader(Graph graph, Layer net, Tensor input) {
    this.graph = graph;
    this.input = input;
    state = net.tensors();
    state.forEach((key, tensor) -> owners.put(tensor.memory(), key));
  }

  /// @param output the result of a pass
  /// @param net made the pass
  /// @param input of the pass
  public static AutogradGraph read(Tensor output, Layer net, Tensor input) {
    return new AutogradGraphReader(output.graph(), net, input).read(output.shape());
  }

  private AutogradGraph read(Shape output) {
    graph.nodes().forEach(node -> node.saved().forEach(saved -> number(node, saved)));
    TorchGraph torch = graph.asTorch();
    List<AutogradGraph.Node> nodes = new ArrayList<>();
    for (Vertex vertex : torch.vertices()) {
      nodes.add(node(nodes.size(), vertex));
    }
    return new AutogradGraph(
        nodes,
        leaves(torch),
        contents,
        output,
        graph.packedBytes(),
        graph.uniqueBytes(),
        graph.extraBytes());
  }

  private void number(Node node, SavedTensor saved) {
    Object storage = saved.storage();
    if (storages.putIfAbsent(storage, storages.size()) == null) {
      firsts.put(storage, saved);
      contents.add(TensorGlimpse.of(saved.shape(), saved::value));
    }
    holders.computeIfAbsent(storage, _ -> new LinkedHashSet<>()).add(node.layer());
  }

  private AutogradGraph.Node node(int id, Vertex vertex) {
    return new AutogradGraph.Node(
        id,
        vertex.operation(),
        vertex.leaf().map(leaf -> layerOf(leaf, vertex.layer())).orElse(vertex.layer()),
        vertex.next(),
        vertex.leaf().flatMap(this::key),
        vertex.recorded().stream()
            .flatMap(node -> node.saved().stream().map(saved -> saved(node, saved)))
            .toList());
  }

  private AutogradGraph.Saved saved(Node node, SavedTensor saved) {
    Object storage = saved.storage();
    return new AutogradGraph.Saved(
        saved.name(),
        saved.shape(),
        saved.type(),
        saved.bytes(),
        saved.kind(),
        Objects.requireNonNull(storages.get(storage)),
        firsts.get(storage) == saved,
        Objects.requireNonNull(holders.get(storage)).stream()
            .filter(layer -> !layer.equals(node.layer()))
            .toList(),
        owner(saved));
  }

  private Optional<String> owner(SavedTensor saved) {
    return saved.kind() == SavedKind.INPUT
        ? Optional.of(AutogradGraph.INPUT)
        : Optional.ofNullable(owners.get(saved.storage()));
  }

  private Optional<String> key(Tensor leaf) {
    return Optional.ofNullable(owners.get(leaf.memory()));
  }

  private String layerOf(Tensor leaf, String otherwise) {
    return key(leaf).map(AutogradGraphReader::layerOf).orElse(otherwise);
  }

  private static String layerOf(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  private List<AutogradGraph.Leaf> leaves(TorchGraph torch) {
    Set<String> named = new LinkedHashSet<>();
    List<AutogradGraph.Leaf> leaves = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (SavedTensor saved : node.saved()) {
        if (saved.kind() == SavedKind.INPUT && named.add(AutogradGraph.INPUT)) {
          leaves.add(leaf(AutogradGraph.INPUT, node.layer(), input, false));
        }
        owner(saved).ifPresent(named::add);
      }
    }
    torch.vertices().forEach(vertex -> vertex.leaf().flatMap(this::key).ifPresent(named::add));
    state.forEach(
        (key, tensor) -> {
          if (named.contains(key)) {
            leaves.add(leaf(key, layerOf(key), tensor, tensor.requiresGrad()));
          }
        });
    return leaves;
  }

  private static AutogradGraph.Leaf leaf(
      String name, String layer, Tensor tensor, boolean isParameter) {
    float[] values = tensor.values();
    return new AutogradGraph.Leaf(
        name,
        layer,
        tensor.shape(),
        tensor.bytes(),
        isParameter,
        TensorGlimpse.of(tensor.shape(), index -> values[index]));
  }
}
