package org.modescope.nn;

import java.util.List;
import org.modescope.autograd.Tensor;

/// Layers one after another.
public final class Sequential extends Layer {
  private final List<Layer> layers;

  public Sequential(String path, List<? extends Layer> layers) {
    super(path);
    this.layers = List.copyOf(layers);
  }

  @Override
  public List<Layer> children() {
    return layers;
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    Tensor current = x;
    for (Layer layer : layers) {
      // Nobody but the graph needs an intermediate result any more; a long net must not hold every
      // layer's output.
      current = current == x ? layer.apply(x, passes) : layer.consume(current, passes);
    }
    return current;
  }
}
