package org.modescope.autograd;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// Walks a recorded graph from its end to its leaves, latest node first, adding up gradients.
///
/// Each node's kept tensors are freed as soon as its own gradient is computed, as PyTorch does.
/// Gradients on their way are given back as soon as they are used.
final class Backward {
  private final Map<Node, Array> gradients = new IdentityHashMap<>();
  private final PriorityQueue<Node> ready =
      new PriorityQueue<>(Comparator.comparingLong(Node::sequence).reversed());
  private final GraphRetention retention;
  private final BackwardProgress progress;
  private long gradientBytes;

  private Backward(GraphRetention retention, BackwardProgress progress) {
    this.retention = retention;
    this.progress = progress;
  }

  static void run(
      Tensor output, float[] gradOutput, GraphRetention retention, BackwardProgress progress) {
    if (!output.requiresGrad()) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "element 0 of tensors does not require grad and does not have a grad_fn",
          Explanation.of(Key.NOTHING_RECORDED));
    }
    Array seed = Array.allocate(output.shape(), output.passes());
    for (int pass = 0; pass < output.passes(); pass++) {
      seed.copyFrom(pass, gradOutput);
    }
    new Backward(retention, progress).walk(output, seed);
  }

  private void walk(Tensor output, Array seed) {
    track(seed);
    Node last = output.node();
    if (last == null) {
      accumulate(output.leaf(), seed);
      return;
    }
    add(last, seed);
    try {
      while (!ready.isEmpty()) {
        step(ready.remove());
      }
    } finally {
      gradients.values().forEach(gradient -> gradient.storage().release());
    }
  }

  private void step(Node node) {
    Array gradOutput = gradients.get(node);
    if (gradOutput == null) {
      throw new IllegalStateException("a node is ready without a gradient");
    }
    @Nullable Array[] operandGradients = node.backward(gradOutput);
    gradients.remove(node);
    for (Array gradient : operandGradients) {
      if (gradient != null && gradient.storage() != gradOutput.storage()) {
        track(gradient);
      } else if (gradient != null) {
        gradient.storage().retain();
      }
    }
    // Before they are handed on: of a view's gradient the leaf is then the only holder.
    untrack(gradOutput);
    handOn(node, operandGradients);
    if (retention == GraphRetention.FREE) {
      node.free();
    }
    progress.freed(node, gradientBytes);
  }

  private void handOn(Node node, @Nullable Array[] operandGradients) {
    for (int i = 0; i < operandGradients.length; i++) {
      Array gradient = operandGradients[i];
      if (gradient == null) {
        continue;
      }
      Node source = node.source(i);
      Tensor leaf = node.leaf(i);
      if (source != null) {
        add(source, gradient);
      } else if (leaf != null) {
        accumulate(leaf, gradient);
      } else {
        untrack(gradient);
      }
    }
  }

  private void add(Node node, Array gradient) {
    Array present = gradients.get(node);
    if (present == null) {
      gradients.put(node, gradient);
      ready.add(node);
      return;
    }
    Array sum = Array.allocate(present.shape(), present.passes());
    Elementwise.add(present, gradient, sum);
    track(sum);
    untrack(present);
    untrack(gradient);
    gradients.put(node, sum);
  }

  /// Adds a gradient to a leaf's, over all passes where the leaf is shared by them.
  private void accumulate(Tensor leaf, Array gradient) {
    Tensor present = leaf.grad();
    if (present == null && canTakeOver(leaf, gradient)) {
      gradientBytes -= gradient.storage().bytes();
      leaf.setGrad(GradMode.NO_GRAD.call(() -> Tensor.detached(gradient)));
      return;
    }
    if (present == null) {
      Array own = Array.zeros(leaf.shape(), 1);
      Elementwise.addPasses(gradient, own);
      leaf.setGrad(GradMode.NO_GRAD.call(() -> Tensor.detached(own)));
    } else {
      Elementwise.addPasses(gradient, present.array());
    }
    untrack(gradient);
  }

  /// Whether a leaf's gradient may be this very array: nobody else holds it, and it is all that its
  /// storage has.
  private static boolean canTakeOver(Tensor leaf, Array gradient) {
    Storage storage = gradient.storage();
    return gradient.passes() == 1
        && gradient.format() == MemoryFormat.CONTIGUOUS
        && gradient.shape().equals(leaf.shape())
        && storage.role() == Storage.Role.VALUE
        && storage.bytes() == gradient.bytes()
        && !storage.isShared();
  }

  private void track(Array gradient) {
    gradientBytes += gradient.storage().bytes();
  }

  private void untrack(Array gradient) {
    gradient.storage().release();
    if (gradient.storage().isReleased()) {
      gradientBytes -= gradient.storage().bytes();
    }
  }
}
