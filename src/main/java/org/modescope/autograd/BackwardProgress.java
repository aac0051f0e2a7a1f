package org.modescope.autograd;

/// Watches a backward pass node by node.
@FunctionalInterface
public interface BackwardProgress {
  /// A node's gradient was computed and what it kept is freed.
  ///
  /// @param node the node
  /// @param gradientBytes what gradients on their way take at this moment, off the heap
  void freed(Node node, long gradientBytes);
}
