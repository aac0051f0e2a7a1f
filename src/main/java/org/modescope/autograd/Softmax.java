package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Softmax along one axis, `eˣⁱ/Σeˣʲ`, or its logarithm; the largest element is subtracted first,
/// so nothing overflows.
///
/// Keeps its result.
///
/// @param axis from 0
/// @param scale whether the result is a probability or its logarithm
record Softmax(int axis, Scale scale) implements Op {

  /// What comes out.
  enum Scale {
    PROBABILITY("SoftmaxBackward0"),
    LOGARITHM("LogSoftmaxBackward0");

    private final String torchName;

    Scale(String torchName) {
      this.torchName = torchName;
    }
  }

  @Override
  public String torchName() {
    return scale.torchName;
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = x.likewise();
    Lines lines = Lines.along(x.shape(), axis);
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int line = 0; line < lines.count(); line++) {
        forwardLine(x, x.offset(pass), result, result.offset(pass), lines, line);
      }
    }
    saver.save("result", result);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array result = saved.get("result");
    Array gradient = result.likewise();
    Lines lines = Lines.along(result.shape(), axis);
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int line = 0; line < lines.count(); line++) {
        backwardLine(gradOutput, result, gradient, pass, lines, line);
      }
    }
    return new @Nullable Array[] {gradient};
  }

  private void forwardLine(
      Array x, long fromX, Array result, long fromResult, Lines lines, int line) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.length(); i++) {
      largest = Math.max(largest, x.at(fromX + lines.index(line, i)));
    }
    double sum = 0;
    for (int i = 0; i < lines.length(); i++) {
      sum += Math.exp(x.at(fromX + lines.index(line, i)) - largest);
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < lines.length(); i++) {
      double above = x.at(fromX + lines.index(line, i)) - largest;
      double value = scale == Scale.PROBABILITY ? Math.exp(above) / sum : above - logSum;
      result.put(fromResult + lines.index(line, i), (float) value);
    }
  }

  private void backwardLine(
      Array gradOutput, Array result, Array gradient, int pass, Lines lines, int line) {
    long from = result.offset(pass);
    long incoming = gradOutput.offset(pass);
    long to = gradient.offset(pass);
    double sum = 0;
    for (int i = 0; i < lines.length(); i++) {
      int index = lines.index(line, i);
      double g = gradOutput.at(incoming + index);
      sum += scale == Scale.PROBABILITY ? g * result.at(from + index) : g;
    }
    for (int i = 0; i < lines.length(); i++) {
      int index = lines.index(line, i);
      double g = gradOutput.at(incoming + index);
      double value = result.at(from + index);
      double slope = scale == Scale.PROBABILITY ? value * (g - sum) : g - Math.exp(value) * sum;
      gradient.put(to + index, (float) slope);
    }
  }

  /// The lines of elements along one axis of an array.
  private record Lines(int count, int length, int stride) {
    static Lines along(Shape shape, int axis) {
      int stride = 1;
      for (int later = axis + 1; later < shape.rank(); later++) {
        stride *= shape.size(later);
      }
      int length = shape.rank() == 0 ? 1 : shape.size(axis);
      int elements = Math.toIntExact(shape.elements());
      return new Lines(length == 0 ? 0 : elements / length, length, stride);
    }

    int index(int line, int i) {
      return (line / stride * length + i) * stride + line % stride;
    }
  }
}
