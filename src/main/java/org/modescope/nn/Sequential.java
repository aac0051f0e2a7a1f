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
      Tensor next = layer.apply(current, passes);
      if (next != current && current != x) {
        // Nobody but the graph may need it any more; a long net must not hold every layer's output.
        current.close();
      }
      current = next;
    }
    return current;
  }
}
