package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// Sums and products of arrays, element by element.
///
/// They run over ND4J's memory but are not ND4J calls: one dispatched call costs about as much as a
/// thousand of these multiplications, and most nets in a lesson are smaller than that.
final class Elementwise {
  private Elementwise() {}

  /// `sum = a + b`, all of one shape; the sum may be one of the two.
  static void add(Array a, Array b, Array sum) {
    int size = sum.size();
    if (HeapBlock.isWorthwhile(size)) {
      Pointwise.join(a, b, sum, _ -> Elementwise::add);
      return;
    }
    for (int pass = 0; pass < sum.passes(); pass++) {
      MemorySegment left = a.floats();
      MemorySegment right = b.floats();
      MemorySegment target = sum.floats();
      long fromLeft = a.offset(pass);
      long fromRight = b.offset(pass);
      long to = sum.offset(pass);
      for (int i = 0; i < size; i++) {
        target.setAtIndex(
            JAVA_FLOAT,
            to + i,
            left.getAtIndex(JAVA_FLOAT, fromLeft + i)
                + right.getAtIndex(JAVA_FLOAT, fromRight + i));
      }
    }
  }

  private static void add(float[] values, float[] terms, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += terms[i];
    }
  }

  /// Adds every pass of `terms` to the only pass of `sum`.
  static void addPasses(Array terms, Array sum) {
    MemorySegment source = terms.floats();
    MemorySegment target = sum.floats();
    int size = sum.size();
    HeapBlock block = HeapBlock.forLoopsOver(size);
    for (int pass = 0; pass < terms.passes(); pass++) {
      long from = terms.offset(pass);
      if (HeapBlock.isWorthwhile(size)) {
        block.add(target, 0, source, from, target, 0, size);
        continue;
      }
      for (int i = 0; i < size; i++) {
        target.setAtIndex(
            JAVA_FLOAT,
            i,
            target.getAtIndex(JAVA_FLOAT, i) + source.getAtIndex(JAVA_FLOAT, from + i));
      }
    }
  }

  /// `result = x·factor`, with a factor for each of as many runs of elements as there are factors.
  static void multiply(Array x, Array factor, Array result) {
    int size = result.size();
    int run = factor.size() == 0 ? 0 : size / factor.size();
    if (run == 1 && HeapBlock.isWorthwhile(size)) {
      Pointwise.join(x, factor, result, _ -> Elementwise::multiply);
      return;
    }
    if (Runs.areWorthwhile(run)) {
      multiplyRuns(x, factor, result, run);
      return;
    }
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

  private static void multiply(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  private static void multiplyRuns(Array x, Array factor, Array result, int length) {
    int perPass = factor.size();
    new Runs(x, null, result, length)
        .change(
            () ->
                (run, _, values, _, count) -> {
                  long at = factor.offset(run / perPass) + run % perPass;
                  multiply(values, factor.at(at), count);
                });
  }

  private static void multiply(float[] values, float factor, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factor;
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
