package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.Shape;

/// What the autograd graph of one pass keeps for backward.
///
/// @param recorded whether a graph was recorded at all
/// @param packedBytes the sum over every saved tensor
/// @param uniqueBytes each storage counted once
/// @param extraBytes unique, less the storages of parameters, buffers and the input
/// @param heldBytes measured, not computed: what the pass really left allocated off the heap, from
///   ND4J's own counter
/// @param nodes the recorded operations in order of the forward pass
/// @param timeline held bytes after each layer's forward and each node's backward of one pass,
///   measured
/// @param ifRecorded what a pass of the same net would keep with grad on, where this one was not
///   recorded
public record GraphMemory(
    boolean recorded,
    long packedBytes,
    long uniqueBytes,
    long extraBytes,
    long heldBytes,
    List<Node> nodes,
    List<Moment> timeline,
    Optional<GraphMemory> ifRecorded) {

  public GraphMemory {
    nodes = List.copyOf(nodes);
    timeline = List.copyOf(timeline);
  }

  /// The bytes that a pass with grad on keeps beyond what the net and the caller hold anyway: what
  /// this one keeps, or where it was not recorded, what one of the same net would. The one number
  /// that is told wherever grad is compared with not recording; empty where nobody looked.
  public OptionalLong heldIfRecorded() {
    if (recorded) {
      return OptionalLong.of(extraBytes);
    }
    return ifRecorded.map(other -> OptionalLong.of(other.extraBytes)).orElse(OptionalLong.empty());
  }

  /// This, with its life over a pass.
  public GraphMemory withTimeline(List<Moment> moments) {
    return new GraphMemory(
        recorded, packedBytes, uniqueBytes, extraBytes, heldBytes, nodes, moments, ifRecorded);
  }

  /// This, with what grad would have kept.
  public GraphMemory withIfRecorded(GraphMemory other) {
    return new GraphMemory(
        recorded,
        packedBytes,
        uniqueBytes,
        extraBytes,
        heldBytes,
        nodes,
        timeline,
        Optional.of(other));
  }

  /// One recorded operation.
  ///
  /// @param operation PyTorch's name of it, such as `AddmmBackward0`
  /// @param layer the layer that recorded it
  /// @param saved what it keeps
  public record Node(String operation, String layer, List<Saved> saved) {
    public Node {
      saved = List.copyOf(saved);
    }
  }

  /// One tensor kept for backward.
  ///
  /// @param name PyTorch's name of it, such as `mat1`
  /// @param shape its shape in one pass
  /// @param type its element type, such as `float32`
  /// @param bytes its size
  /// @param kind what it is to the operation
  /// @param storage which storage it lies in, numbered from 0 by first appearance
  /// @param alias whether that storage was already counted for an earlier tensor
  public record Saved(
      String name,
      Shape shape,
      String type,
      long bytes,
      SavedKind kind,
      int storage,
      boolean alias) {}

  /// A point in the life of a graph.
  public record Moment(Phase phase, String layer, long heldBytes) {}

  /// What was going on.
  public enum Phase {
    FORWARD,
    BACKWARD
  }
}
