package org.modescope.autograd;

import org.modescope.autograd.HeapBlock.Change;

/// A differentiable function of one number, with its slope.
///
/// [#value] and [#slope] define it in double precision. What an array comes to is computed by
/// [#values] and [#slopes], block by block in single precision, which the definitions check.
sealed interface ActivationFunction
    permits Sigmoid, Tanh, LeakyRelu, Silu, Gelu, TanhGelu, Elu, Hardswish, Hardtanh, Softplus {
  /// What PyTorch advises where a leaky ReLU turns the sign.
  String NEGATIVE_LEAK =
      " File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place"
          + " leakRelu backward calculation with negative slope";

  double value(double x);

  /// The slope, from what was kept.
  double slope(double kept);

  /// A loop that puts f(x) in the place of each x.
  ///
  /// @param capacity the most elements that it will be given at a time
  Change values(int capacity);

  /// A loop that puts the slope in the place of what was kept.
  Change slopes(int capacity);

  /// [#values] by the definition, for parameters that a faster loop does not cover.
  default Change definedValues() {
    return (x, count) -> {
      for (int i = 0; i < count; i++) {
        x[i] = (float) value(x[i]);
      }
    };
  }

  /// [#slopes] by the definition.
  default Change definedSlopes() {
    return (kept, count) -> {
      for (int i = 0; i < count; i++) {
        kept[i] = (float) slope(kept[i]);
      }
    };
  }

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
}
