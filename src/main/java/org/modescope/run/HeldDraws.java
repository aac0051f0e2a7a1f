package org.modescope.run;

import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.RandomSlopes;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;

/// Draws in which one layer draws anew on every pass and all others keep those of one pass.
final class HeldDraws implements Draws {
  private final String layer;
  private final Generator redrawn;
  private final Generator start;
  private Generator held;

  /// @param layer the one that draws anew, from `redrawn`
  /// @param held what the others draw from; left where it is
  HeldDraws(String layer, Generator redrawn, Generator held) {
    this.layer = layer;
    this.redrawn = redrawn;
    this.start = held;
    this.held = held.copy();
  }

  /// To be called before each block of passes: the held layers draw once more what they drew
  /// before.
  void hold() {
    held = start.copy();
  }

  /// A generator that stands behind what is held.
  Generator held() {
    return held;
  }

  @Override
  public Tensor dropoutFactor(String path, Shape shape, double p, Passes passes) {
    return path.equals(layer)
        ? DropoutMask.draw(shape, p, passes.count(), redrawn)
        : DropoutMask.draw(shape, p, 1, held);
  }

  /// What is held for an element must not depend on its sign, which others' draws may change.
  @Override
  public Tensor slopes(String path, Tensor x, double lower, double upper, Passes passes) {
    return path.equals(layer)
        ? new RandomSlopes(lower, upper, redrawn).everywhere(x.shape(), passes.count())
        : new RandomSlopes(lower, upper, held).everywhere(x.shape(), 1);
  }
}
