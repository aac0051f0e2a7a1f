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
  public boolean overwritesInput() {
    for (Layer layer : layers) {
      if (layer.overwritesInput()) {
        return true;
      }
      if (!layer.handsMemoryOn()) {
        return false;
      }
    }
    return false;
  }

  @Override
  protected boolean handsMemoryOn() {
    return layers.stream().allMatch(Layer::handsMemoryOn);
  }

  @Override
  protected Tensor forward(Tensor x, Passes passes) {
    // A net by itself leaves its caller's input as it is; inside a net changes in place are seen.
    Tensor current = path().isEmpty() ? own(x) : x;
    for (Layer layer : layers) {
      // Nobody but the graph needs an intermediate result any more; a long net must not hold every
      // layer's output.
      current = current == x ? layer.apply(x, passes) : layer.consume(current, passes);
    }
    return current;
  }
}
