package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Elementwise product of x with a factor that takes no gradient: a factor per element, or one
/// scalar for all.
///
/// Keeps the factor only: x would be needed only for a gradient of the factor. Dropout in PyTorch
/// on a CPU is this product with its scaled noise.
record Multiply() implements Op {
  @Override
  public String torchName() {
    return "MulBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array factor = operands.get(1);
    Array result = Array.allocate(x.shape(), operands.passes());
    multiply(x, factor, result);
    saver.save("other", factor);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array gradient = Array.allocate(gradOutput.shape(), gradOutput.passes());
    multiply(gradOutput, saved.get("other"), gradient);
    return new @Nullable Array[] {gradient, null};
  }

  private static void multiply(Array x, Array factor, Array result) {
    int size = result.size();
    int run = factor.size() == 0 ? 0 : size / factor.size();
    for (int pass = 0; pass < result.passes(); pass++) {
      if (run == 1) {
        multiplyElements(x, factor, result, pass, size);
      } else {
        for (int i = 0; i < factor.size(); i++) {
          multiplyRun(x, factor.at(factor.offset(pass) + i), result, pass, i * run, run);
        }
      }
    }
  }

  private static void multiplyElements(Array x, Array factor, Array result, int pass, int size) {
    MemorySegment source = x.floats();
    MemorySegment factors = factor.floats();
    MemorySegment target = result.floats();
    long from = x.offset(pass);
    long by = factor.offset(pass);
    long to = result.offset(pass);
    for (int i = 0; i < size; i++) {
      target.setAtIndex(
          JAVA_FLOAT,
          to + i,
          source.getAtIndex(JAVA_FLOAT, from + i) * factors.getAtIndex(JAVA_FLOAT, by + i));
    }
  }

  private static void multiplyRun(
      Array x, float factor, Array result, int pass, int start, int length) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    long from = x.offset(pass) + start;
    long to = result.offset(pass) + start;
    for (int i = 0; i < length; i++) {
      target.setAtIndex(JAVA_FLOAT, to + i, source.getAtIndex(JAVA_FLOAT, from + i) * factor);
    }
  }
}
