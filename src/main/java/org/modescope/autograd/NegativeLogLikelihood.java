package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean, over rows, of minus the log-probability that each row of x `[N, C]` gives to its
/// class; a scalar.
///
/// With g its gradient, x has the gradient `−g/N` at the class of each row and 0 elsewhere. Keeps
/// x, the classes as 64-bit integers, and the total weight of the rows as one number, as PyTorch
/// does.
///
/// @param classes the class of each row, each below C
record NegativeLogLikelihood(int[] classes) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    int width = x.shape().size(1);
    Array result = Array.allocate(Shape.of(), x.passes());
    // The target is the caller's, as in PyTorch, where the graph only refers to it.
    Array target = Array.allocateIndices(Shape.of(classes.length), 1, Storage.Role.INPUT);
    Array totalWeight = Array.allocate(Shape.of(), x.passes());
    for (int row = 0; row < classes.length; row++) {
      target.putIndex(row, classes[row]);
    }
    for (int pass = 0; pass < x.passes(); pass++) {
      double sum = 0;
      for (int row = 0; row < classes.length; row++) {
        sum -= x.at(x.offset(pass) + (long) row * width + classes[row]);
      }
      result.put(result.offset(pass), (float) (sum / classes.length));
      totalWeight.put(totalWeight.offset(pass), classes.length);
    }
    saver.save("self", x);
    saver.save("target", target);
    saver.save("total_weight", totalWeight);
    target.storage().release();
    totalWeight.storage().release();
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Shape shape = saved.operandShape(0);
    Array target = saved.get("target");
    Array gradient = Array.zeros(shape, gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      float part = -gradOutput.at(gradOutput.offset(pass)) / classes.length;
      for (int row = 0; row < classes.length; row++) {
        long at = gradient.offset(pass) + (long) row * shape.size(1) + target.indexAt(row);
        gradient.put(at, part);
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return "NllLossBackward0";
  }
}
