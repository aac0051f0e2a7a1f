package org.modescope.run;

import org.modescope.autograd.Node;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Probe;

/// Watches a step of training from inside.
interface StepWatch {
  /// Watches nothing.
  StepWatch NONE = new StepWatch() {};

  /// Watches the forward pass.
  default Probe forward() {
    return Probe.NONE;
  }

  /// A step begins.
  default void began() {}

  /// The gradients of the step before are forgotten.
  default void zeroed() {}

  /// The loss is computed, and its graph recorded.
  default void computed(Tensor loss) {}

  /// Backward has gone through a node.
  default void wentBack(Tensor loss, Node node) {}

  /// Surrounds an update of the parameters.
  ///
  /// @param steps how many steps of training it ends
  default void update(int steps, Runnable update) {
    update.run();
  }
}
