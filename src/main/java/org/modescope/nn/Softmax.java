package org.modescope.nn;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;

/// Softmax along one axis. The same in both modes.
public final class Softmax extends Layer {
  private final Optional<Integer> axis;

  /// @param axis the axis (`dim`); a negative one counts from the end; empty for what PyTorch then
  ///   guesses: the first of one or three axes, otherwise the second
  public Softmax(String path, Optional<Integer> axis) {
    super(path);
    this.axis = axis;
  }

  /// The axis along which PyTorch goes where none is given.
  public static int guessedAxis(Shape shape) {
    return Axes.implicit(shape);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    return x.softmax(Axes.resolve(axis.orElse(Axes.implicit(x.shape())), x.shape()));
  }
}
