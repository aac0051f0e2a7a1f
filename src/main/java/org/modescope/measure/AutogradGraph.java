package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.Shape;

/// The autograd graph of one pass as PyTorch shows it, with all that its nodes keep.
///
/// @param nodes the node of the output first, then by distance from it; each knows its own place in
///   the list. Empty if nothing was recorded
/// @param leaves what the graph refers to but does not own: parameters that take a gradient, and
///   whatever else of the net or its input a node keeps
/// @param contents what lies in each storage, by its number
/// @param output the shape of the pass's answer
/// @param packedBytes the sum over every saved tensor
/// @param uniqueBytes each storage counted once
/// @param extraBytes unique, less the storages of parameters, buffers and the input
public record AutogradGraph(
    List<Node> nodes,
    List<Leaf> leaves,
    List<TensorGlimpse> contents,
    Shape output,
    long packedBytes,
    long uniqueBytes,
    long extraBytes) {

  /// What the input is called where a node keeps it.
  public static final String INPUT = "x";

  private static final Set<String> ON_THE_WAY =
      Set.of("TBackward0", "RepeatBackward0", "SelectBackward0");

  public AutogradGraph {
    nodes = List.copyOf(nodes);
    leaves = List.copyOf(leaves);
    contents = List.copyOf(contents);
  }

  /// Whether anything was recorded.
  public boolean isRecorded() {
    return !nodes.isEmpty();
  }

  /// How many saved tensors there are.
  public int savedCount() {
    return nodes.stream().mapToInt(node -> node.saved().size()).sum();
  }

  /// The bytes that count under one of three ways.
  public long bytes(Counting counting) {
    return switch (counting) {
      case PACKED -> packedBytes;
      case UNIQUE -> uniqueBytes;
      case EXTRA -> extraBytes;
    };
  }

  /// Three ways to count what is kept.
  public enum Counting {
    /// Every saved tensor.
    PACKED,
    /// Each storage once.
    UNIQUE,
    /// Each storage once, without parameters, buffers and the input.
    EXTRA
  }

  /// One node.
  ///
  /// @param id its place in the list
  /// @param operation PyTorch's name of it, such as `AddmmBackward0`
  /// @param layer the layer that made it
  /// @param next where its gradients go: PyTorch's `next_functions` in order, without None
  /// @param parameter the key of the parameter whose gradient ends here
  /// @param saved what it keeps
  public record Node(
      int id,
      String operation,
      String layer,
      List<Integer> next,
      Optional<String> parameter,
      List<Saved> saved) {
    public Node {
      next = List.copyOf(next);
      saved = List.copyOf(saved);
    }

    /// Whether it computes a gradient of its own, and is not only on the way to a parameter's.
    public boolean isOperation() {
      return !operation.equals("AccumulateGrad") && !ON_THE_WAY.contains(operation);
    }
  }

  /// One tensor kept for backward.
  ///
  /// @param name PyTorch's name of it, such as `mat1`
  /// @param shape its shape
  /// @param type its element type, such as `float32`
  /// @param bytes its size
  /// @param kind what it is to the operation
  /// @param storage which storage it lies in, numbered from 0 by first appearance in the forward
  ///   pass
  /// @param first whether it is the first in that storage, which is counted with it
  /// @param also the other layers that keep the same storage, in order
  /// @param owner what it belongs to, if not to the pass: a key in the state, or [#INPUT]
  public record Saved(
      String name,
      Shape shape,
      String type,
      long bytes,
      SavedKind kind,
      int storage,
      boolean first,
      List<String> also,
      Optional<String> owner) {
    public Saved {
      also = List.copyOf(also);
    }

    /// Whether it belongs to this pass alone.
    public boolean isExtra() {
      return switch (kind) {
        case INPUT, REFERENCE -> false;
        case ACTIVATION, MASK, STATISTIC -> true;
      };
    }

    /// What it adds under one of three ways to count.
    public long counted(Counting counting) {
      return switch (counting) {
        case PACKED -> bytes;
        case UNIQUE -> first ? bytes : 0;
        case EXTRA -> first && isExtra() ? bytes : 0;
      };
    }
  }

  /// Something that is there anyway: a parameter, a buffer or the input.
  ///
  /// @param name its key in the state, or [#INPUT]
  /// @param layer the layer that holds it, or of the input the first that keeps it
  /// @param isParameter whether a gradient can end in it
  public record Leaf(
      String name, String layer, Shape shape, long bytes, boolean isParameter, TensorGlimpse seen) {
    /// Its name within its layer.
    public String shortName() {
      return name.startsWith(layer + ".") ? name.substring(layer.length() + 1) : name;
    }
  }
}
