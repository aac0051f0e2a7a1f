package org.modescope.nn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.autograd.DropoutMask;
import org.modescope.autograd.RandomSlopes;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;

/// Draws from one generator, pass by pass and within a pass in the order in which layers compute,
/// as a loop of passes in PyTorch does.
///
/// A pass by itself draws as it goes. A block of passes computes layer by layer, so what its passes
/// draw is drawn when its first random layer asks: what each needs is known from the pass before,
/// which is why the first pass has to be made by itself. Confined to one thread.
public final class StreamDraws implements Draws {
  private final Generator generator;

  /// What the latest pass drew, in order.
  private final SequencedMap<String, Call> calls = new LinkedHashMap<>();

  private final Deque<Tensor> drawnAhead = new ArrayDeque<>();

  private sealed interface Call {}

  private record Mask(Shape shape, double p) implements Call {}

  private record Slopes() implements Call {}

  /// @param generator moves on with every draw
  public StreamDraws(Generator generator) {
    this.generator = generator;
  }

  /// Whether passes can be drawn for in blocks: not where a net draws slopes, since how many it
  /// draws depends on its numbers. To be asked once a pass was made.
  public boolean canDrawAhead() {
    return calls.values().stream().noneMatch(Slopes.class::isInstance);
  }

  @Override
  public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
    if (passes.count() == 1) {
      note(layer, new Mask(shape, p));
      return DropoutMask.draw(shape, p, 1, generator);
    }
    if (calls.isEmpty() || layer.equals(calls.firstEntry().getKey())) {
      drawAhead(passes.count());
    }
    if (!new Mask(shape, p).equals(calls.get(layer))) {
      throw new IllegalStateException(
          "%s was not drawn for: the first pass of a net is made by itself".formatted(layer));
    }
    return drawnAhead.removeFirst();
  }

  @Override
  public Tensor slopes(String layer, Tensor x, double lower, double upper, Passes passes) {
    if (passes.count() > 1) {
      throw new IllegalStateException("a net that draws slopes is computed pass by pass");
    }
    note(layer, new Slopes());
    return new RandomSlopes(lower, upper, generator).where(x);
  }

  private void note(String layer, Call call) {
    if (calls.containsKey(layer)) {
      calls.clear();
    }
    calls.put(layer, call);
  }

  private void drawAhead(int passes) {
    drawnAhead.clear();
    for (Call call : calls.values()) {
      switch (call) {
        case Mask mask -> drawnAhead.add(DropoutMask.undrawn(mask.shape(), passes));
        case Slopes _ ->
            throw new IllegalStateException("a net that draws slopes is computed pass by pass");
      }
    }
    for (int pass = 0; pass < passes; pass++) {
      var masks = drawnAhead.iterator();
      for (Call call : calls.values()) {
        if (call instanceof Mask(Shape _, double p)) {
          DropoutMask.draw(masks.next(), pass, p, generator);
        }
      }
    }
  }
}
