package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// What a tensor and all views of it come from: the node that made their common memory, or the last
/// that changed it in place.
///
/// The tensor and its views hold it together; the last that lets go releases the node.
final class Origin {
  private final Shape shape;
  private @Nullable Node node;
  private int holders = 1;
  private int changes;

  /// @param node what made the memory; null if nothing recorded did
  /// @param shape the shape of what the views are views of
  Origin(@Nullable Node node, Shape shape) {
    this.node = node;
    this.shape = shape;
    if (node != null) {
      node.retain();
    }
  }

  @Nullable Node node() {
    return node;
  }

  Shape shape() {
    return shape;
  }

  /// How often the memory was changed in place by a recorded operation.
  int changes() {
    return changes;
  }

  /// Makes an operation that changed the memory what everything now comes from.
  void rebase(Node next) {
    next.retain();
    if (node != null) {
      node.release();
    }
    node = next;
    changes++;
  }

  Origin retain() {
    holders++;
    return this;
  }

  void release() {
    holders--;
    if (holders == 0 && node != null) {
      node.release();
    }
  }
}
