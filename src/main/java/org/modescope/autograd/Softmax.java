package org.modescope.autograd;

import org.jspecify.annotations.Nullable;

/// Softmax along one axis, `yᵢ = eˣⁱ/Σeˣʲ`, or its logarithm, `yᵢ = xᵢ − log Σeˣʲ`.
///
/// With g the gradient of y, x has the gradient `yᵢ·(gᵢ − Σ gⱼyⱼ)`, of the logarithm `gᵢ − eʸⁱ·Σ
/// gⱼ` (J. Bridle, "Probabilistic interpretation of feedforward classification network outputs",
/// 1990). Keeps its result.
///
/// @param axis from 0
/// @param scale whether the result is a probability or its logarithm
record Softmax(int axis, Scale scale) implements Op {
  @Override
  public Array forward(Operands operands, Saver saver) {
    Array x = operands.get(0);
    Array result = x.likewise();
    Lines lines = Lines.along(x.shape(), axis);
    for (int pass = 0; pass < result.passes(); pass++) {
      if (lines.stride() == 1) {
        new SoftmaxRows(scale, lines.length(), lines.count()).values(x, result, pass);
      } else {
        new SoftmaxColumns(scale, lines).values(x, result, pass);
      }
    }
    saver.save("result", result);
    return result;
  }

  @Override
  public @Nullable Array[] backward(Array gradOutput, Saved saved) {
    Array result = saved.get("result");
    Array gradient = gradOutput.overwritten();
    Lines lines = Lines.along(result.shape(), axis);
    for (int pass = 0; pass < result.passes(); pass++) {
      if (lines.stride() == 1) {
        new SoftmaxRows(scale, lines.length(), lines.count())
            .gradients(gradOutput, result, gradient, pass);
      } else {
        new SoftmaxColumns(scale, lines).gradients(gradOutput, result, gradient, pass);
      }
    }
    return new @Nullable Array[] {gradient};
  }

  @Override
  public String torchName() {
    return scale.torchName;
  }

  /// What comes out.
  enum Scale {
    PROBABILITY("SoftmaxBackward0"),
    LOGARITHM("LogSoftmaxBackward0");

    private final String torchName;

    Scale(String torchName) {
      this.torchName = torchName;
    }
  }
}
