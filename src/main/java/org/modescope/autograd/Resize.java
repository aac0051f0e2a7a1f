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

  /// Something that happens for each part that an output has of a source.
  @FunctionalInterface
  private interface Part {
    void accept(int output, int source, float weight);
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Shape shape = x.shape();
    for (int axis = 0; axis < axes.size(); axis++) {
      shape = shape.with(axis - axes.size(), axes.get(axis).first().length);
    }
    int sources = perPlane(x.shape());
    int outputs = perPlane(shape);
    Array result = Array.zeros(shape, operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int plane = 0; plane < result.size() / Math.max(1, outputs); plane++) {
        long from = x.offset(pass) + (long) plane * sources;
        long to = result.offset(pass) + (long) plane * outputs;
        forEachPart(
            x.shape(),
            outputs,
            (output, source, weight) ->
                result.put(to + output, result.at(to + output) + weight * x.at(from + source)));
      }
    }
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Shape shape = saved.operandShape(0);
    int sources = perPlane(shape);
    int outputs = perPlane(gradOutput.shape());
    Array gradient = Array.zeros(shape, gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int plane = 0; plane < gradOutput.size() / Math.max(1, outputs); plane++) {
        long from = gradOutput.offset(pass) + (long) plane * outputs;
        long to = gradient.offset(pass) + (long) plane * sources;
        forEachPart(
            shape,
            outputs,
            (output, source, weight) ->
                gradient.put(
                    to + source, gradient.at(to + source) + weight * gradOutput.at(from + output)));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  private int perPlane(Shape shape) {
    return Math.toIntExact(shape.last(axes.size()).elements());
  }

  private void forEachPart(Shape x, int outputs, Part part) {
    int neighbours = blend == Blend.NEAREST ? 1 : 1 << axes.size();
    for (int output = 0; output < outputs; output++) {
      for (int neighbour = 0; neighbour < neighbours; neighbour++) {
        int rest = output;
        int source = 0;
        int stride = 1;
        float weight = 1;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
          Upscale scale = axes.get(axis);
          int place = rest % scale.first().length;
          boolean isSecond = (neighbour >> axis & 1) == 1;
          source += stride * (isSecond ? scale.second()[place] : scale.first()[place]);
          weight *= isSecond ? scale.share()[place] : 1 - scale.share()[place];
          stride *= x.size(axis - axes.size());
          rest /= scale.first().length;
        }
        part.accept(output, source, weight);
      }
    }
  }

  @Override
  public String torchName() {
    return blend.torchName.replace("%s", Integer.toString(axes.size()));
  }
}
