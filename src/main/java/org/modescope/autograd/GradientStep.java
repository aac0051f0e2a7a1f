package org.modescope.autograd;

/// How an optimizer changes one element of a parameter.
@FunctionalInterface
public interface GradientStep {
  /// The element's next value.
  ///
  /// @param index the element's index, row-major
  float next(int index, float value, float gradient);
}
