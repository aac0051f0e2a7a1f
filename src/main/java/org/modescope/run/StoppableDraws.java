package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.autograd.Shape;
import org.modescope.nn.InitialValues;

/// Initial values that are drawn until somebody stops it: those of a large net take a while.
///
/// @param stopped asked before each parameter
record StoppableDraws(InitialValues drawn, BooleanSupplier stopped) implements InitialValues {
  @Override
  public float[] of(String key, Shape shape, double bound) {
    PassStoppedException.throwIf(stopped);
    return drawn.of(key, shape, bound);
  }

  @Override
  public float[] normal(String key, Shape shape, Optional<Integer> zero) {
    PassStoppedException.throwIf(stopped);
    return drawn.normal(key, shape, zero);
  }
}
