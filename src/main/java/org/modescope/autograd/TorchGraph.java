package org.modescope.autograd;

import java.util.List;
import java.util.Optional;

/// A recorded graph as PyTorch shows it: with the nodes of views that an operation here does
/// without, and with the nodes at which gradients of leaves end.
///
/// An operation here is one node; PyTorch makes of a linear map the product, the transposed view of
/// its weight, and for more than two axes the views that make a matrix of them. They keep nothing,
/// so that bytes are the same.
///
/// @param vertices the node of the result first, then by distance from it, sources of one node in
///   the order of its `next_functions`
public record TorchGraph(List<Vertex> vertices) {
  public TorchGraph {
    vertices = List.copyOf(vertices);
  }

  static TorchGraph of(Graph graph) {
    return new TorchGraph(new TorchGraphBuilder().build(graph));
  }

  /// A node of PyTorch's graph.
  ///
  /// @param operation PyTorch's name of it, such as `AddmmBackward0`
  /// @param layer the layer that made it; empty outside of any
  /// @param next where its gradients go, as indices in the list of all: PyTorch's `next_functions`
  ///   in order, without those that are None
  /// @param recorded the operation that keeps tensors for it; empty for those that keep none
  /// @param leaf the leaf whose gradient ends here
  public record Vertex(
      String operation,
      String layer,
      List<Integer> next,
      Optional<Node> recorded,
      Optional<Tensor> leaf) {
    public Vertex {
      next = List.copyOf(next);
    }
  }
}
