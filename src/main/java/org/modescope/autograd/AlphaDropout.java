package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Alpha dropout: dropped elements become the negative saturation of SELU, then everything is
/// scaled and shifted so that mean 0 and variance 1 stay as they are (G. Klambauer et al.,
/// "Self-normalizing neural networks", 2017).
///
/// The second operand says which elements stay, or which runs of them: those where it is not 0.
/// Keeps the factor only, as PyTorch's product does; the sum after it keeps nothing.
///
/// @param p the probability of being dropped, below 1
record AlphaDropout(double p) implements Op {
  @Override
  public String torchName() {
    return "MulBackward0";
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array staying = operands.get(1);
    double scale = DropoutMask.alphaScale(p);
    float shift = (float) (DropoutMask.SELU_SATURATION * scale * p);
    float dropped = (float) (-DropoutMask.SELU_SATURATION * scale) + shift;
    Array result = Array.allocate(x.shape(), operands.passes()).laidOutAs(x);
    Array factor = Array.allocate(staying.shape(), operands.passes(), Storage.Role.MASK);
    int run = x.size() / Math.max(1, staying.size());
    Pointwise.change(staying, factor, capacity -> factors(capacity, (float) scale));
    if (run == 1) {
      Pointwise.join(x, factor, result, capacity -> scaled(capacity, shift, dropped));
    } else if (Runs.areWorthwhile(run)) {
      new Runs(x, null, result, run)
          .change(
              () ->
                  (number, _, values, _, count) -> {
                    long at = factor.offset(number / staying.size()) + number % staying.size();
                    float multiplier = factor.at(at);
                    scale(values, count, multiplier, multiplier == 0 ? dropped : shift);
                  });
    } else {
      scaleElements(x, factor, result, run, shift, dropped);
    }
    saver.save("other", factor);
    factor.storage().release();
    return result;
  }

  /// A loop that puts the scale in the place of what is above 0, and 0 in that of all others.
  private static HeapBlock.Change factors(int capacity, float scale) {
    BitChoice choice = new BitChoice(capacity);
    return (staying, count) -> choice.whereAbove0(staying, count, scale, 0);
  }

  private static Pointwise.Join scaled(int capacity, float shift, float dropped) {
    BitChoice choice = new BitChoice(capacity);
    return (values, factors, count) -> {
      multiply(values, factors, count);
      choice.whereAbove0(factors, count, shift, dropped);
      add(values, factors, count);
    };
  }

  private static void multiply(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  private static void add(float[] values, float[] terms, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += terms[i];
    }
  }

  private static void scale(float[] values, int count, float factor, float term) {
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * factor + term;
    }
  }

  private static void scaleElements(
      Array x, Array factor, Array result, int run, float shift, float dropped) {
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int i = 0; i < result.size(); i++) {
        float multiplier = factor.at(factor.offset(pass) + i / run);
        float product = x.at(x.offset(pass) + i) * multiplier;
        result.put(result.offset(pass) + i, product + (multiplier == 0 ? dropped : shift));
      }
    }
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array factor = saved.get("other");
    Array gradient = gradOutput.overwritten();
    Elementwise.multiply(gradOutput, factor, gradient);
    return new @Nullable Array[] {gradient, null};
  }
}
