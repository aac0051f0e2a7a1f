package org.modescope.nn;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// Normalises groups of channels of each sample of `[N, C, …]`. Bit for bit the same in both modes.
public final class GroupNorm extends Layer {
  private final int groups;
  private final int channels;
  private final double epsilon;
  private final @Nullable Tensor weight;
  private final @Nullable Tensor bias;

  /// @throws TorchException if the channels do not divide into groups
  public GroupNorm(String path, int groups, int channels, double epsilon, BatchNorm.Affine affine) {
    super(path);
    if (channels % groups != 0) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "num_channels must be divisible by num_groups",
          Explanation.of(Key.UNEQUAL_GROUPS, "channels", channels, "groups", groups));
    }
    this.groups = groups;
    this.channels = channels;
    this.epsilon = epsilon;
    Shape perChannel = Shape.of(channels);
    boolean learns = affine == BatchNorm.Affine.LEARNED;
    weight =
        learns
            ? addParameter(
                "weight", Tensor.parameter(perChannel, Initialization.constant(channels, 1)))
            : null;
    bias =
        learns
            ? addParameter(
                "bias", Tensor.parameter(perChannel, Initialization.constant(channels, 0)))
            : null;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    checkShape(x.shape());
    return x.groupNormalize(groups, weight, bias, epsilon);
  }

  private void checkShape(Shape shape) {
    if (shape.rank() < 2) {
      throw new TorchException(
          TorchException.Type.INDEX_ERROR,
          shape.rank() == 0
              ? "Dimension specified as 0 but tensor has no dimensions"
              : "Dimension out of range (expected to be in range of [-1, 0], but got 1)",
          Explanation.of(Key.TAKES_CHANNELS));
    }
    checkGroupSize(shape);
    int found = shape.size(1);
    if (found % groups != 0) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Expected number of channels in input to be divisible by num_groups, but got input of"
                  + " shape %s and num_groups=%d",
              Arrays.toString(shape.toArray()),
              groups),
          Explanation.of(Key.UNEQUAL_GROUPS, "channels", found, "groups", groups));
    }
    if (weight != null && found != channels) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "Expected weight to be a vector of size equal to the number of channels in input, but"
                  + " got weight of shape [%d] and input of shape %s",
              channels,
              Arrays.toString(shape.toArray())),
          Explanation.of(
              Key.OTHER_CHANNELS,
              "channels",
              channels,
              "argument",
              "num_channels",
              "found",
              found));
    }
  }

  private void checkGroupSize(Shape shape) {
    int[] sizes = shape.toArray();
    sizes[0] = sizes[0] * sizes[1] / groups;
    sizes[1] = groups;
    long values = sizes[0];
    for (int axis = 2; axis < sizes.length; axis++) {
      values *= sizes[axis];
    }
    if (values == 1) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "Expected more than 1 value per channel when training, got input size "
              + Arrays.toString(sizes),
          Explanation.of(Key.ONE_VALUE_PER_GROUP));
    }
  }
}
