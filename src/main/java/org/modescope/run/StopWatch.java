package org.modescope.run;

import java.util.function.BooleanSupplier;
import org.modescope.autograd.Node;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Probe;

/// Ends a step of training before its next layer, forward, and after its latest node, backward,
/// once it is to stop. What the optimizer does to the parameters is done as a whole or not at all.
///
/// @param stopped whether to end
record StopWatch(BooleanSupplier stopped) implements StepWatch {
  @Override
  public Probe forward() {
    return new StopProbe(stopped, Probe.NONE);
  }

  @Override
  public void wentBack(Tensor loss, Node node) {
    PassStoppedException.throwIf(stopped);
  }
}
