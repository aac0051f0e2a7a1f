package org.modescope.autograd;

/// A differentiable function of one number, with its slope.
///
/// Value and slope are computed in double precision and rounded once.
sealed interface ActivationFunction
    permits ActivationFunction.Sigmoid,
        ActivationFunction.Tanh,
        ActivationFunction.LeakyRelu,
        ActivationFunction.Silu,
        ActivationFunction.Gelu,
        ActivationFunction.TanhGelu,
        Elu,
        Hardswish,
        Hardtanh,
        Softplus {
  /// What PyTorch advises where a leaky ReLU turns the sign.
  String NEGATIVE_LEAK =
      " File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place"
          + " leakRelu backward calculation with negative slope";

  double value(double x);

  /// The slope, from what was kept.
  double slope(double kept);

  /// PyTorch's name of the node.
  String torchName();

  /// What PyTorch keeps for backward: the argument, or the value.
  Kept kept();

  /// Refuses to go backward where the slope cannot be told from what was kept.
  ///
  /// @throws TorchException if what came out does not say what went in
  default void checkSlope() {}

  /// What PyTorch says where a value below 0 may come of either side.
  ///
  /// @param name what PyTorch calls the function
  /// @param advice what it adds
  static TorchException refuseNegativeSlope(String name, String advice) {
    return new TorchException(
        TorchException.Type.RUNTIME_ERROR,
        "In-place "
            + name
            + " backward calculation is triggered with a negative slope which is not supported."
            + " This is caused by calling in-place forward function with a negative slope, please"
            + " call out-of-place version instead."
            + advice,
        Explanation.of(Explanation.Key.NEGATIVE_SLOPE_IN_PLACE));
  }

  /// What a node keeps: whichever makes its slope cheap.
  enum Kept {
    ARGUMENT("self"),
    VALUE("result");

    private final String torchName;

    Kept(String torchName) {
      this.torchName = torchName;
    }

    /// What functions keep of which in place only the value is left.
    static Kept where(Target target) {
      return target == Target.IN_PLACE ? VALUE : ARGUMENT;
    }

    /// PyTorch's name of the saved tensor.
    String torchName() {
      return torchName;
    }
  }

  /// The logistic function, 1/(1 + e⁻ˣ).
  record Sigmoid() implements ActivationFunction {
    @Override
    public double value(double x) {
      return logistic(x);
    }

    @Override
    public double slope(double result) {
      return result * (1 - result);
    }

    @Override
    public String torchName() {
      return "SigmoidBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.VALUE;
    }
  }

  /// The hyperbolic tangent.
  record Tanh() implements ActivationFunction {
    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public double slope(double result) {
      return 1 - result * result;
    }

    @Override
    public String torchName() {
      return "TanhBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.VALUE;
    }
  }

  /// x where it is positive, and a small part of it elsewhere.
  ///
  /// @param kept both say on which side of 0 the argument was, unless the slope is negative
  record LeakyRelu(double negativeSlope, Kept kept) implements ActivationFunction {
    @Override
    public double value(double x) {
      return x > 0 ? x : x * (float) negativeSlope;
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : (float) negativeSlope;
    }

    @Override
    public String torchName() {
      return kept == Kept.VALUE ? "LeakyReluBackward1" : "LeakyReluBackward0";
    }

    @Override
    public void checkSlope() {
      if (kept == Kept.VALUE && negativeSlope < 0) {
        throw refuseNegativeSlope("leakyReLu", NEGATIVE_LEAK);
      }
    }
  }

  /// The sigmoid linear unit, x/(1 + e⁻ˣ) (S. Elfwing et al., 2017).
  record Silu() implements ActivationFunction {
    @Override
    public double value(double x) {
      return x / (1 + Math.exp(-x));
    }

    @Override
    public double slope(double x) {
      double sigmoid = logistic(x);
      return sigmoid * (1 + x * (1 - sigmoid));
    }

    @Override
    public String torchName() {
      return "SiluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }
  }

  /// The Gaussian error linear unit, x·Φ(x) (D. Hendrycks and K. Gimpel, 2016).
  record Gelu() implements ActivationFunction {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public double value(double x) {
      return x * probability(x);
    }

    @Override
    public double slope(double x) {
      return probability(x) + x * DENSITY * Math.exp(-0.5 * x * x);
    }

    @Override
    public String torchName() {
      return "GeluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    private static double probability(double x) {
      return 0.5 * (1 + ErrorFunction.erf(x * ROOT_HALF));
    }
  }

  /// The approximation of [Gelu] by a hyperbolic tangent.
  record TanhGelu() implements ActivationFunction {
    private static final double SCALE = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

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

    @Override
    public String torchName() {
      return "GeluBackward0";
    }

    @Override
    public Kept kept() {
      return Kept.ARGUMENT;
    }

    private static double inner(double x) {
      return SCALE * (x + CUBIC * x * x * x);
    }
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
