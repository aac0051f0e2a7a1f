package org.modescope.autograd;

import org.modescope.autograd.Softmax.Scale;

/// [Softmax] of one line of elements and its gradient.
///
/// The largest element is subtracted first, so nothing overflows, and sums are taken in double
/// precision: the order of adding is not seen.
final class SoftmaxLine {
  private SoftmaxLine() {}

  /// Writes the softmax of one line, or its logarithm.
  static void value(
      Scale scale, Array x, long fromX, Array result, long fromResult, Lines lines, int line) {
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

  /// Writes the gradient of one line of x.
  static void gradient(
      Scale scale,
      Array gradOutput,
      Array result,
      Array gradient,
      int pass,
      Lines lines,
      int line) {
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
}
