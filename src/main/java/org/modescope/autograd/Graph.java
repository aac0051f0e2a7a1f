package org.modescope.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The recorded operations that lead to a tensor, and what they hold, per pass.
///
/// Three counts, none of them the process's memory: every saved tensor (packed), every storage once
/// (unique), and unique without what the net and the caller hold anyway (extra).
///
/// @param nodes in order of the forward pass
public record Graph(List<Node> nodes) {

  public Graph {
    nodes = List.copyOf(nodes);
  }

  static Graph leadingTo(@Nullable Node last) {
    List<Node> nodes = new ArrayList<>();
    if (last != null) {
      forEach(last, 0, nodes::add);
      nodes.sort(Comparator.comparingLong(Node::sequence));
    }
    return new Graph(nodes);
  }

  static void label(Node last, long since, String layer) {
    forEach(
        last,
        since,
        node -> {
          if (!node.hasLayer()) {
            node.setLayer(layer);
          }
        });
  }

  /// Whether anything was recorded.
  public boolean isRecorded() {
    return !nodes.isEmpty();
  }

  /// The same graph, node by node as PyTorch shows it.
  public TorchGraph asTorch() {
    return TorchGraph.of(this);
  }

  /// The sum over every tensor saved for backward.
  public long packedBytes() {
    return nodes.stream()
        .flatMap(node -> node.saved().stream())
        .mapToLong(SavedTensor::bytes)
        .sum();
  }

  /// Each storage counted once.
  public long uniqueBytes() {
    return storages().stream().mapToLong(SavedTensor::storageBytes).sum();
  }

  /// Unique, less the storages of parameters, buffers and the input.
  public long extraBytes() {
    return storages().stream()
        .filter(tensor -> tensor.kind() != SavedKind.REFERENCE && tensor.kind() != SavedKind.INPUT)
        .mapToLong(SavedTensor::storageBytes)
        .sum();
  }

  private List<SavedTensor> storages() {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return nodes.stream()
        .flatMap(node -> node.saved().stream())
        .filter(tensor -> seen.add(tensor.storage()))
        .toList();
  }

  /// Does something with every node that was recorded since a number and led to the last; what was
  /// recorded earlier has only earlier sources.
  private static void forEach(Node last, long since, java.util.function.Consumer<Node> action) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> pending = new ArrayDeque<>();
    if (last.sequence() >= since && seen.add(last)) {
      pending.push(last);
    }
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      action.accept(node);
      for (int i = 0; i < node.operandCount(); i++) {
        Node source = node.source(i);
        if (source != null && source.sequence() >= since && seen.add(source)) {
          pending.push(source);
        }
      }
    }
  }
}
