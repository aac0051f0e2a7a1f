package org.modescope.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Graph;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.measure.HeldMemory;

/// The variables of a training loop that may hold graphs, as Python holds them: `loss`, which lives
/// until it is assigned again, and the sums of losses of an epoch and of a validation, which live
/// until they are set to 0. After each step it is measured what they keep alive.
final class LoopVariables implements AutoCloseable {
  private static final String LEAF = "AccumulateGrad";

  private final boolean sumsTensors;
  private final long allocatedBefore = NativeBackend.allocatedBytes();
  private final Sum seen = new Sum();
  private final Sum total = new Sum();
  private @Nullable Tensor loss;

  private long[] savedBytes = new long[256];
  private long[] allocatedBytes = new long[256];
  private int[] nodes = new int[256];
  private boolean[] inValidation = new boolean[256];
  private int[] epochs = new int[256];
  private int count;

  /// A sum of losses that are tensors, and what its graphs hold. Nothing of a graph in it is freed
  /// while it lives, so that what each batch adds can be counted once.
  private static final class Sum {
    private @Nullable Tensor value;
    private long bytes;
    private int nodes;

    void reset() {
      if (value != null) {
        value.close();
        value = null;
      }
      bytes = 0;
      nodes = 0;
    }

    void add(Tensor loss, long lossBytes, int lossNodes) {
      Tensor before = value == null ? Tensor.input(Shape.of(), new float[1]) : value;
      value = before.add(loss);
      before.close();
      bytes += lossBytes;
      nodes += lossNodes + (value.requiresGrad() ? 1 : 0);
    }
  }

  /// @param sumsTensors whether losses are added up as tensors, as by `total += loss`
  LoopVariables(boolean sumsTensors) {
    this.sumsTensors = sumsTensors;
  }

  /// `seen = 0.0`
  void beginTraining() {
    seen.reset();
  }

  /// `total = 0.0`
  void beginValidation() {
    total.reset();
  }

  /// `loss = …` after a step of training.
  ///
  /// @param newLoss belongs to this from now on
  void stepped(Tensor newLoss, int epoch) {
    assign(newLoss, seen, false, epoch);
  }

  /// `loss = …` after a step of validation.
  ///
  /// @param newLoss belongs to this from now on
  void validated(Tensor newLoss, int epoch) {
    assign(newLoss, total, true, epoch);
  }

  private void assign(Tensor newLoss, Sum sum, boolean validating, int epoch) {
    if (loss != null) {
      loss.close();
    }
    loss = newLoss;
    if (!sumsTensors && count == HeldMemory.LIMIT) {
      return;
    }
    Graph graph = newLoss.graph();
    long bytes = graph.extraBytes();
    int lossNodes = nodesOf(graph);
    if (sumsTensors) {
      sum.add(newLoss, bytes, lossNodes);
      note(seen.bytes + total.bytes, seen.nodes + total.nodes, validating, epoch);
    } else {
      note(bytes, lossNodes, validating, epoch);
    }
  }

  private static int nodesOf(Graph graph) {
    return (int)
        graph.asTorch().vertices().stream()
            .filter(vertex -> !vertex.operation().equals(LEAF))
            .count();
  }

  private void note(long saved, int alive, boolean validating, int epoch) {
    if (count == HeldMemory.LIMIT) {
      return;
    }
    if (count == savedBytes.length) {
      grow();
    }
    savedBytes[count] = saved;
    allocatedBytes[count] = NativeBackend.allocatedBytes() - allocatedBefore;
    nodes[count] = alive;
    inValidation[count] = validating;
    epochs[count] = epoch;
    count++;
  }

  private void grow() {
    savedBytes = Arrays.copyOf(savedBytes, 2 * count);
    allocatedBytes = Arrays.copyOf(allocatedBytes, 2 * count);
    nodes = Arrays.copyOf(nodes, 2 * count);
    inValidation = Arrays.copyOf(inValidation, 2 * count);
    epochs = Arrays.copyOf(epochs, 2 * count);
  }

  HeldMemory held() {
    return new HeldMemory(savedBytes, allocatedBytes, nodes, inValidation, epochs, count);
  }

  /// Lets all of them go, as the end of the loop's function does.
  @Override
  public void close() {
    if (loss != null) {
      loss.close();
      loss = null;
    }
    seen.reset();
    total.reset();
  }
}
