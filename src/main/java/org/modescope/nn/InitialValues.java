package org.modescope.nn;

import org.modescope.autograd.RandomStream;
import org.modescope.autograd.Shape;

/// What weights and biases begin with.
@FunctionalInterface
public interface InitialValues {
  /// Drawn as PyTorch does, uniformly in [−bound, bound): a parameter depends on the seed and its
  /// own key, not on its neighbours.
  static InitialValues drawnFrom(RandomStream stream) {
    return (key, shape, bound) -> Initialization.uniform(shape, bound, stream.child(key));
  }

  /// Those of a state, which spares drawing what would be overwritten at once.
  ///
  /// @throws IllegalArgumentException when a layer is made whose parameters are not in the state
  static InitialValues of(StateDict state) {
    return (key, shape, bound) -> state.floats(key, shape);
  }

  /// The values of the parameter with that key, row-major.
  ///
  /// @param bound the largest magnitude of a value that is drawn
  float[] of(String key, Shape shape, double bound);
}
