package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Rectified linear unit, `max(x, 0)`; NaN stays NaN.
///
/// Keeps its result, as PyTorch does: a linear map that follows keeps the same storage, so it is
/// held once.
record Relu() implements Op {
  @Override
  public String torchName() {
    return "ReluBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.inAnyFormat(0, saver);
    Array result = operands.overwritten(0, saver);
    if (HeapBlock.isWorthwhile(x.size())) {
      rectifyInBlocks(x, result);
    } else {
      rectify(x, result);
    }
    saver.save("result", result);
    return result;
  }

  private static void rectifyInBlocks(Array x, Array result) {
    int size = x.size();
    HeapBlock block = HeapBlock.forLoopsOver(size);
    for (int pass = 0; pass < result.passes(); pass++) {
      block.change(
          x.floats(), x.offset(pass), result.floats(), result.offset(pass), size, Relu::rectify);
    }
  }

  private static void rectify(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(values[i], 0f);
    }
  }

  private static void rectify(Array x, Array result) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    int size = x.size();
    for (int pass = 0; pass < result.passes(); pass++) {
      long from = x.offset(pass);
      long to = result.offset(pass);
      for (int i = 0; i < size; i++) {
        float value = source.getAtIndex(JAVA_FLOAT, from + i);
        // Here three times as fast as Math.max; NaN is not at most 0 either.
        target.setAtIndex(JAVA_FLOAT, to + i, value <= 0 ? 0f : value);
      }
    }
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array result = saved.get("result");
    Array gradient = Array.allocate(result.shape(), result.passes());
    MemorySegment incoming = gradOutput.floats();
    MemorySegment value = result.floats();
    MemorySegment target = gradient.floats();
    long elements = (long) gradient.size() * gradient.passes();
    for (long i = 0; i < elements; i++) {
      float through =
          value.getAtIndex(JAVA_FLOAT, i) <= 0 ? 0f : incoming.getAtIndex(JAVA_FLOAT, i);
      target.setAtIndex(JAVA_FLOAT, i, through);
    }
    return new @Nullable Array[] {gradient};
  }
}
