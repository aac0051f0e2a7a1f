package org.modescope.nn;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

/// What weights and biases begin with.
public interface InitialValues {
  /// Drawn as PyTorch does: one parameter after another, as they are made.
  static InitialValues drawnFrom(Generator generator) {
    return new InitialValues() {
      @Override
      public float[] of(String key, Shape shape, double bound) {
        return Initialization.uniform(shape, bound, generator);
      }

      @Override
      public float[] normal(String key, Shape shape, Optional<Integer> zero) {
        return Initialization.normal(shape, zero, generator);
      }
    };
  }

  /// Those of a state, which spares drawing what would be overwritten at once.
  ///
  /// @throws IllegalArgumentException when a layer is made whose parameters are not in the state
  static InitialValues of(StateDict state) {
    return new InitialValues() {
      @Override
      public float[] of(String key, Shape shape, double bound) {
        return state.floats(key, shape);
      }

      @Override
      public float[] normal(String key, Shape shape, Optional<Integer> zero) {
        return state.floats(key, shape);
      }
    };
  }

  /// The values of the parameter with that key, row-major.
  ///
  /// @param bound the largest magnitude of a value that is drawn
  float[] of(String key, Shape shape, double bound);

  /// The same for a parameter that is drawn from the standard normal distribution.
  ///
  /// @param zero the row that is 0 instead, if any
  float[] normal(String key, Shape shape, Optional<Integer> zero);
}
