package org.modescope.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;

/// The factors that PyTorch drew. It gives them at the input's full size, also where one factor
/// serves a channel; at true size it gives one per channel.
record GoldenDraws(GoldenCase golden) implements Draws {
  @Override
  public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
    float[] given = factor(layer, passes);
    if (given.length == 0) {
      // What was drawn before the layer refused to write over its input is not recorded.
      return DropoutMask.of(shape, new float[(int) shape.elements()]);
    }
    int run = given.length / Math.max(1, (int) shape.elements());
    float[] factor = new float[(int) shape.elements()];
    for (int i = 0; i < factor.length; i++) {
      factor[i] = given[i * run];
    }
    return DropoutMask.of(shape, factor);
  }

  /// PyTorch's are listed by axes, not in the order of its memory.
  @Override
  public Tensor dropoutFactor(String layer, Tensor x, double p, Passes passes) {
    return dropoutFactor(layer, x.shape(), p, passes);
  }

  @Override
  public Tensor slopes(String layer, Tensor x, double lower, double upper, Passes passes) {
    return DropoutMask.of(x.shape(), factor(layer, passes));
  }

  private float[] factor(String layer, Passes passes) {
    JsonNode mask = golden.json().get("masks").get(layer).get((int) passes.first());
    return GoldenCase.floats(mask.has("values") ? mask.get("values") : mask);
  }
}
