package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modescope.autograd.NativeBackend;
import org.modescope.autograd.Node;
import org.modescope.autograd.Tensor;
import org.modescope.measure.StepMemory;
import org.modescope.measure.StepMemory.Moment;
import org.modescope.measure.StepMemory.Phase;
import org.modescope.nn.Layer;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.optim.Optimizer;

/// Measures what one step of a training holds in memory.
final class MemoryWatch implements StepWatch, Probe {
  private final Sequential net;
  private final Optimizer optimizer;
  private final int step;
  private final Set<String> layers;
  private final long allocatedBefore = NativeBackend.allocatedBytes();
  private final List<Moment> moments = new ArrayList<>();

  /// @param step which step is measured, counted from 1
  MemoryWatch(Sequential net, Optimizer optimizer, int step) {
    this.net = net;
    this.optimizer = optimizer;
    this.step = step;
    // What is inside a layer sees a part of the graph only.
    layers = net.children().stream().map(Layer::path).collect(Collectors.toSet());
  }

  @Override
  public Probe forward() {
    return this;
  }

  @Override
  public void began() {
    note(Phase.BEGIN, "", "", 0);
  }

  @Override
  public void zeroed() {
    note(Phase.ZERO_GRAD, "", "", 0);
  }

  @Override
  public void leaving(String layer, Tensor output) {
    if (layers.contains(layer)) {
      note(Phase.FORWARD, layer, "", output.graph().extraBytes());
    }
  }

  @Override
  public void computed(Tensor loss) {
    note(Phase.LOSS, "", "", loss.graph().extraBytes());
  }

  @Override
  public void wentBack(Tensor loss, Node node) {
    note(Phase.BACKWARD, node.layer(), node.operation(), loss.graph().extraBytes());
  }

  @Override
  public void update(int steps, Runnable update) {
    update.run();
    note(Phase.STEP, "", "", 0);
  }

  private void note(Phase phase, String layer, String operation, long savedBytes) {
    moments.add(
        new Moment(
            phase,
            layer,
            operation,
            savedBytes,
            net.parameters().values().stream().mapToLong(MemoryWatch::gradientBytes).sum(),
            optimizer.stateBytes(),
            NativeBackend.allocatedBytes() - allocatedBefore));
  }

  private static long gradientBytes(Tensor parameter) {
    Tensor gradient = parameter.grad();
    return gradient == null ? 0 : gradient.bytes();
  }

  /// The step at hand was given up: half of one is nothing to show.
  void stepGivenUp() {
    moments.clear();
  }

  /// What was measured; empty before.
  Optional<StepMemory> memory() {
    return moments.isEmpty() ? Optional.empty() : Optional.of(new StepMemory(step, moments));
  }
}
