package org.modescope.measure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.LayerSpec;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.nn.Probe;

/// Sees what goes into one layer, what it draws and what comes out, on a pass made by itself.
public final class LayerWatch implements Probe {
  private final String path;
  private final LayerSpec spec;
  private final Runnable onEntering;
  private final Runnable beforeEach;
  private @Nullable Stage input;
  private @Nullable Stage output;
  private @Nullable Stage mask;

  /// @param onEntering is called just before the layer computes
  /// @param beforeEach is called before any layer computes
  public LayerWatch(String path, LayerSpec spec, Runnable onEntering, Runnable beforeEach) {
    this.path = path;
    this.spec = spec;
    this.onEntering = onEntering;
    this.beforeEach = beforeEach;
  }

  @Override
  public void entering(String layer, Tensor given) {
    beforeEach.run();
    if (layer.equals(path)) {
      input = new Stage(LayerTrace.INPUT, given.shape(), given.values());
      onEntering.run();
    }
  }

  @Override
  public void drew(String layer, Tensor factor) {
    if (layer.equals(path) && input != null) {
      Shape shape = input.shape();
      // Over one sample a layer draws as over a batch of one; the factor is the sample's.
      Shape drawn = factor.shape().last(Math.min(shape.rank(), factor.shape().rank()));
      float[] factors = Multiplier.of(spec, factor.values(), input.values());
      mask = new Stage(LayerTrace.MASK, shape, Stretched.to(shape, drawn, factors));
    }
  }

  @Override
  public void leaving(String layer, Tensor result) {
    if (layer.equals(path)) {
      output = new Stage(LayerTrace.OUTPUT, result.shape(), result.values());
    }
  }

  /// What went in; empty until the layer was reached.
  public Optional<Stage> input() {
    return Optional.ofNullable(input);
  }

  /// What came out; empty until the layer was left.
  public Optional<Stage> output() {
    return Optional.ofNullable(output);
  }

  /// What the layer drew, as factors of its input; empty where it drew nothing.
  public Optional<Stage> mask() {
    return Optional.ofNullable(mask);
  }
}
