package org.modescope.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// A recorded operation: what it was, what it keeps for backward, and which nodes or leaves it came
/// from.
///
/// A node lives as long as a tensor or a later node holds it; then what it keeps is given back.
public final class Node {
  private final Op op;
  private final long sequence;
  private final @Nullable Tensor[] operands;
  private final @Nullable Node[] sources;
  private final boolean[] needsGradient;
  private final @Nullable Shape[] operandShapes;
  private final List<SavedTensor> saved = new ArrayList<>();
  private @Nullable String layer;
  private int holders;
  private boolean freed;

  Node(Op op, Operands operands, long sequence) {
    this.op = op;
    this.sequence = sequence;
    int count = operands.tensors().length;
    this.operands = new @Nullable Tensor[count];
    this.sources = new @Nullable Node[count];
    this.needsGradient = new boolean[count];
    this.operandShapes = new @Nullable Shape[count];
    for (int i = 0; i < count; i++) {
      Tensor operand = operands.tensors()[i];
      if (operand == null) {
        continue;
      }
      operandShapes[i] = operand.shape();
      needsGradient[i] = operand.requiresGrad();
      Node source = operands.source(i);
      if (source != null) {
        source.retain();
        sources[i] = source;
      } else if (needsGradient[i]) {
        this.operands[i] = operand.leaf();
      }
    }
  }

  private Node(Op op, Node source, Shape operandShape, long sequence) {
    this.op = op;
    this.sequence = sequence;
    this.operands = new @Nullable Tensor[1];
    this.sources = new @Nullable Node[] {source};
    this.needsGradient = new boolean[] {true};
    this.operandShapes = new @Nullable Shape[] {operandShape};
    source.retain();
  }

  /// A view of what was changed in place.
  static Node viewOf(Origin origin, Shape shape) {
    return new Node(
        new View(shape, View.AS_STRIDED),
        Objects.requireNonNull(origin.node()),
        origin.shape(),
        Recording.nextSequence());
  }

  /// PyTorch's name of the operation, such as `AddmmBackward0`.
  public String operation() {
    return op.torchName();
  }

  /// The layer that recorded it; empty outside of any.
  public String layer() {
    return layer == null ? "" : layer;
  }

  /// What it keeps for backward; empty after backward has freed it.
  public List<SavedTensor> saved() {
    return Collections.unmodifiableList(saved);
  }

  /// A number that is larger for nodes recorded later.
  long sequence() {
    return sequence;
  }

  /// The node that made operand `i`, if one did.
  @Nullable Node source(int operand) {
    return sources[operand];
  }

  /// The leaf that operand `i` is, if it takes a gradient.
  @Nullable Tensor leaf(int operand) {
    return operands[operand];
  }

  int operandCount() {
    return operands.length;
  }

  Op op() {
    return op;
  }

  /// The shape that an operand had.
  Shape operandShape(int operand) {
    return new Saved(saved, needsGradient, operandShapes).operandShape(operand);
  }

  boolean hasLayer() {
    return layer != null;
  }

  void setLayer(String name) {
    layer = name;
  }

  void save(String name, Array array, Supplier<@Nullable String> producer) {
    saved.add(new SavedTensor(name, array, producer));
  }

  @Nullable Array[] backward(Array gradOutput) {
    if (freed) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Trying to backward through the graph a second time (or directly access saved tensors"
              + " after they have already been freed). Saved intermediate values of the graph are"
              + " freed when you call .backward() or autograd.grad(). Specify retain_graph=True if"
              + " you need to backward through the graph a second time or if you need to access"
              + " saved tensors after calling backward.",
          Explanation.of(Key.GRAPH_FREED));
    }
    // PyTorch looks at all that was saved, needed or not, and so notices what was changed.
    saved.forEach(SavedTensor::unpack);
    return op.backward(gradOutput, new Saved(saved, needsGradient, operandShapes));
  }

  /// Gives back what was kept; a later backward through this node raises.
  void free() {
    if (!freed) {
      freed = true;
      saved.forEach(SavedTensor::release);
      saved.clear();
    }
  }

  void retain() {
    holders++;
  }

  /// Lets go; the last holder's release frees this node, and then whatever only it held.
  void release() {
    List<Node> pending = new ArrayList<>();
    pending.add(this);
    // A loop, not recursion: a deep net must not overflow the stack.
    while (!pending.isEmpty()) {
      Node node = pending.removeLast();
      node.holders--;
      if (node.holders == 0) {
        node.free();
        for (Node source : node.sources) {
          if (source != null) {
            pending.add(source);
          }
        }
      }
    }
  }
}
