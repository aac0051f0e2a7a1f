package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// An elementwise function of one argument with its slope; the same in train and eval mode.
///
/// @param function which one
record Activation(Function function) implements Op {

  /// A differentiable function of one number.
  sealed interface Function {
    /// PyTorch's name of the node.
    String torchName();

    /// What PyTorch keeps for backward: the argument, or the value.
    Kept kept();

    double value(double x);

    /// The slope, from what was kept.
    double slope(double kept);
  }

  /// What a node keeps: whichever makes its slope cheap.
  enum Kept {
    ARGUMENT("self"),
    VALUE("result");

    private final String torchName;

    Kept(String torchName) {
      this.torchName = torchName;
    }
  }

  /// The logistic function, 1/(1 + e⁻ˣ).
  record Sigmoid() implements Function {
    @Override
    public String torchName() {
      return "SigmoidBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.VALUE;
    }

    @Override
    public double value(double x) {
      return logistic(x);
    }

    @Override
    public double slope(double result) {
      return result * (1 - result);
    }
  }

  /// The hyperbolic tangent.
  record Tanh() implements Function {
    @Override
    public String torchName() {
      return "TanhBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.VALUE;
    }

    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public double slope(double result) {
      return 1 - result * result;
    }
  }

  /// x where it is positive, and a small part of it elsewhere.
  record LeakyRelu(double negativeSlope) implements Function {
    @Override
    public String torchName() {
      return "LeakyReluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    @Override
    public double value(double x) {
      return x > 0 ? x : x * (float) negativeSlope;
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : (float) negativeSlope;
    }
  }

  /// The sigmoid linear unit, x/(1 + e⁻ˣ) (S. Elfwing et al., 2017).
  record Silu() implements Function {
    @Override
    public String torchName() {
      return "SiluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    @Override
    public double value(double x) {
      return x / (1 + Math.exp(-x));
    }

    @Override
    public double slope(double x) {
      double sigmoid = logistic(x);
      return sigmoid * (1 + x * (1 - sigmoid));
    }
  }

  /// The Gaussian error linear unit, x·Φ(x) (D. Hendrycks and K. Gimpel, 2016).
  record Gelu() implements Function {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public String torchName() {
      return "GeluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    @Override
    public double value(double x) {
      return x * probability(x);
    }

    @Override
    public double slope(double x) {
      return probability(x) + x * DENSITY * Math.exp(-0.5 * x * x);
    }

    private static double probability(double x) {
      return 0.5 * (1 + ErrorFunction.erf(x * ROOT_HALF));
    }
  }

  /// The approximation of [Gelu] by a hyperbolic tangent.
  record TanhGelu() implements Function {
    private static final double SCALE = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    @Override
    public String torchName() {
      return "GeluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    @Override
    public double value(double x) {
      return 0.5 * x * (1 + Math.tanh(inner(x)));
    }

    @Override
    public double slope(double x) {
      double tanh = Math.tanh(inner(x));
      // Where the inner slope is beyond single precision PyTorch's product with 0 is NaN.
      float innerSlope = (float) (SCALE * (1 + 3 * CUBIC * x * x));
      return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * innerSlope;
    }

    private static double inner(double x) {
      return SCALE * (x + CUBIC * x * x * x);
    }
  }

  @Override
  public String torchName() {
    return function.torchName();
  }

  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = x.likewise();
    for (int pass = 0; pass < result.passes(); pass++) {
      long from = x.offset(pass);
      long to = result.offset(pass);
      for (int i = 0; i < result.size(); i++) {
        result.put(to + i, (float) function.value(x.at(from + i)));
      }
    }
    saver.save(function.kept().torchName, function.kept() == Kept.VALUE ? result : x);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array kept = saved.get(function.kept().torchName);
    Array gradient = gradOutput.likewise();
    for (int pass = 0; pass < gradient.passes(); pass++) {
      long from = kept.offset(pass);
      long incoming = gradOutput.offset(pass);
      long to = gradient.offset(pass);
      for (int i = 0; i < gradient.size(); i++) {
        double slope = function.slope(kept.at(from + i));
        gradient.put(to + i, (float) (gradOutput.at(incoming + i) * slope));
      }
    }
    return new @Nullable Array[] {gradient};
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
