package org.modescope.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Normalises each sample over its last axes. Bit for bit the same in both modes: no statistics
/// outlive a sample.
public final class LayerNorm extends Layer {
  private final Shape normalized;
  private final double epsilon;
  private final @Nullable Tensor weight;
  private final @Nullable Tensor bias;

  /// @param normalized the sizes of the axes that are normalised together (`normalized_shape`)
  public LayerNorm(
      String path, Shape normalized, double epsilon, BatchNorm.Affine elementwiseAffine) {
    super(path);
    this.normalized = normalized;
    this.epsilon = epsilon;
    int size = Math.toIntExact(normalized.elements());
    boolean learns = elementwiseAffine == BatchNorm.Affine.LEARNED;
    weight =
        learns
            ? addParameter("weight", Tensor.parameter(normalized, Initialization.constant(size, 1)))
            : null;
    bias =
        learns
            ? addParameter("bias", Tensor.parameter(normalized, Initialization.constant(size, 0)))
            : null;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkShape(x.shape());
    return x.layerNormalize(normalized, weight, bias, epsilon);
  }

  private void checkShape(Shape shape) {
    if (normalized.rank() == 0) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one"
              + " element, but got normalized_shape = []",
          Explanation.of(Key.NO_AXIS));
    }
    boolean fits = shape.rank() >= normalized.rank();
    for (int axis = 1; fits && axis <= normalized.rank(); axis++) {
      fits = shape.size(-axis) == normalized.size(-axis);
    }
    if (!fits) {
      String sizes = Arrays.toString(normalized.toArray());
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "Given normalized_shape=%s, expected input with shape [*, %s, but got input of size%s"
              .formatted(sizes, sizes.substring(1), Arrays.toString(shape.toArray())),
          Explanation.of(Key.OTHER_AXES));
    }
  }
}
