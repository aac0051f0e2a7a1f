package org.modescope.nn;

import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

/// What weights and biases begin with.
@FunctionalInterface
public interface InitialValues {
  /// Drawn as PyTorch does, uniformly in [−bound, bound): one parameter after another, as they are
  /// made.
  static InitialValues drawnFrom(Generator generator) {
    return (key, shape, bound) -> Initialization.uniform(shape, bound, generator);
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
