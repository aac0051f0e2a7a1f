package org.modescope.measure;

import java.util.Optional;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Windows;
import org.modescope.measure.LayerTrace.Stage;

/// The products that add up to one output of a linear map or a convolution.
///
/// @param x the numbers of the input, 0 where a window lies over padding
/// @param w those of the weight
/// @param inputs where the numbers of the input lie in it; −1 for padding
/// @param weights where those of the weight lie in it
/// @param bias what is added; empty where the layer has none
/// @param output what came out
public record Terms(
    float[] x, float[] w, int[] inputs, int[] weights, Optional<Float> bias, float output) {

  /// Whether a layer's outputs are sums of products.
  public static boolean has(LayerSpec layer) {
    return layer.type() == LayerType.LINEAR || layer.type() == LayerType.CONV_2D;
  }

  /// The terms of an output by its index.
  public static Terms of(LayerTrace trace, int index) {
    Stage weight = trace.parameter("weight").orElseThrow();
    Shape out = trace.outputShape();
    if (trace.spec().type() == LayerType.LINEAR) {
      int features = weight.shape().size(1);
      int[] inputs = new int[features];
      int[] weights = new int[features];
      int unit = index % out.size(-1);
      for (int i = 0; i < features; i++) {
        inputs[i] = index / out.size(-1) * features + i;
        weights[i] = unit * features + i;
      }
      return of(trace, index, unit, inputs, weights);
    }
    return convolution(trace, index, weight.shape());
  }

  private static Terms convolution(LayerTrace trace, int index, Shape kernel) {
    Shape in = trace.inputShape();
    Shape out = trace.outputShape();
    int y = index / out.size(-1) % out.size(-2);
    int x = index % out.size(-1);
    int unit = index / (out.size(-1) * out.size(-2)) % out.size(-3);
    int image = index / (out.size(-1) * out.size(-2) * out.size(-3));
    Grid grid = Windows.of(trace.spec());
    int perGroup = kernel.size(1);
    int firstChannel = unit / (kernel.size(0) / trace.spec().integer("groups")) * perGroup;
    int size = perGroup * grid.height() * grid.width();
    int[] inputs = new int[size];
    int[] weights = new int[size];
    for (int i = 0; i < size; i++) {
      int channel = firstChannel + i / (grid.height() * grid.width());
      int row =
          y * grid.strideHeight()
              - grid.paddingHeight()
              + i / grid.width() % grid.height() * grid.dilationHeight();
      int column =
          x * grid.strideWidth() - grid.paddingWidth() + i % grid.width() * grid.dilationWidth();
      boolean isInside = row >= 0 && row < in.size(-2) && column >= 0 && column < in.size(-1);
      inputs[i] =
          isInside
              ? ((image * in.size(-3) + channel) * in.size(-2) + row) * in.size(-1) + column
              : -1;
      weights[i] = unit * size + i;
    }
    return of(trace, index, unit, inputs, weights);
  }

  private static Terms of(LayerTrace trace, int index, int unit, int[] inputs, int[] weights) {
    float[] input = trace.values(LayerTrace.INPUT);
    float[] weight = trace.parameter("weight").orElseThrow().values();
    float[] x = new float[inputs.length];
    float[] w = new float[weights.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = inputs[i] < 0 ? 0 : input[inputs[i]];
      w[i] = weight[weights[i]];
    }
    return new Terms(
        x,
        w,
        inputs,
        weights,
        trace.parameter("bias").map(stage -> stage.values()[unit]),
        trace.values(LayerTrace.OUTPUT)[index]);
  }

  /// A product.
  public double product(int term) {
    return (double) x[term] * w[term];
  }

  /// The sum of all products, without the bias.
  public double sum() {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += product(i);
    }
    return sum;
  }

  /// Which product is the largest in magnitude.
  public int largest() {
    int largest = 0;
    for (int i = 1; i < x.length; i++) {
      largest = Math.abs(product(i)) > Math.abs(product(largest)) ? i : largest;
    }
    return largest;
  }
}
