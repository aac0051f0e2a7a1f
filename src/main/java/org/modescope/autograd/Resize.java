package org.modescope.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another size along all axes behind the channels: each output takes its nearest source, or a
/// weighted mean of its neighbours. x has the gradients of all outputs that it went into, weighted
/// likewise. Keeps sizes only.
///
/// @param axes where the positions along each axis come from
record Resize(List<Upscale> axes, Blend blend) implements Op {
  /// How an output is made of its neighbours.
  enum Blend {
    NEAREST("UpsampleNearest%sDBackward0"),
    LINEAR("UpsampleBilinear%sDBackward0");

    private final String torchName;

    Blend(String torchName) {
      this.torchName = torchName;
    }
  }

  Resize {
    axes = List.copyOf(axes);
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Shape shape = x.shape();
    for (int axis = 0; axis < axes.size(); axis++) {
      shape = shape.with(axis - axes.size(), axes.get(axis).first().length);
    }
    Array result = Array.allocate(shape, operands.passes()).imagesLike(x);
    int sources = perPlane(x.shape());
    int outputs = perPlane(shape);
    PlaneLoop.share(
        result.passes(),
        result.size() / Math.max(1, outputs),
        outputs,
        () -> {
          ResizeLoop loop = new ResizeLoop(x.shape(), axes, blend == Blend.LINEAR);
          return (pass, plane) ->
              loop.resize(
                  x.floats(),
                  x.offset(pass) + (long) plane * sources,
                  result.floats(),
                  result.offset(pass) + (long) plane * outputs);
        });
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Shape shape = saved.operandShape(0);
    int sources = perPlane(shape);
    int outputs = perPlane(gradOutput.shape());
    Array gradient = Array.allocate(shape, gradOutput.passes());
    PlaneLoop.share(
        gradient.passes(),
        gradient.size() / Math.max(1, sources),
        outputs,
        () -> {
          ResizeLoop loop = new ResizeLoop(shape, axes, blend == Blend.LINEAR);
          return (pass, plane) ->
              loop.passBack(
                  gradOutput.floats(),
                  gradOutput.offset(pass) + (long) plane * outputs,
                  gradient.floats(),
                  gradient.offset(pass) + (long) plane * sources);
        });
    return new @Nullable Array[] {gradient};
  }

  private int perPlane(Shape shape) {
    return Math.toIntExact(shape.last(axes.size()).elements());
  }

  @Override
  public String torchName() {
    return blend.torchName.replace("%s", Integer.toString(axes.size()));
  }
}
