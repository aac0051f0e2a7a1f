package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// The mean, over elements, of the cross entropy between a target t and the probability whose logit
/// is x: `y = Σ((1 − t)x + max(−x, 0) + log(1 + e⁻|ˣ|))/n`; a scalar.
///
/// With g the gradient of y, x has the gradient `g(σ(x) − t)/n`. Keeps both. See PyTorch's
/// documentation of `torch.nn.BCEWithLogitsLoss`.
record BinaryCrossEntropy() implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array target = operands.get(1);
    Array result = Array.allocate(Shape.of(), operands.passes());
    for (int pass = 0; pass < result.passes(); pass++) {
      double sum = 0;
      for (int i = 0; i < x.size(); i++) {
        sum += of(x.at(x.offset(pass) + i), target.at(target.offset(pass) + i));
      }
      result.put(result.offset(pass), (float) (sum / x.size()));
    }
    saver.save("self", x);
    saver.save("target", target);
    return result;
  }

  private static double of(double x, double target) {
    return (1 - target) * x + Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array x = saved.get("self");
    Array target = saved.get("target");
    Array gradient = Array.allocate(x.shape(), gradOutput.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      double scale = (double) gradOutput.at(gradOutput.offset(pass)) / x.size();
      for (int i = 0; i < gradient.size(); i++) {
        double probability = 1 / (1 + Math.exp(-x.at(x.offset(pass) + i)));
        double distance = probability - target.at(target.offset(pass) + i);
        gradient.put(gradient.offset(pass) + i, (float) (distance * scale));
      }
    }
    return new @Nullable Array[] {gradient, null};
  }

  @Override
  public String torchName() {
    return "BinaryCrossEntropyWithLogitsBackward0";
  }
}
