package org.modescope.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
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
  private boolean isDrawnAhead;

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

  /// The batches of a block's passes, each drawn before the masks of its pass, as a loop does that
  /// draws a batch on every pass. To be asked before the first layer computes.
  ///
  /// @param batch gives a pass's batch, counted from 0 within the block
  public List<float[]> batches(int passes, IntFunction<float[]> batch) {
    if (passes == 1) {
      return List.of(batch.apply(0));
    }
    List<float[]> batches = new ArrayList<>();
    drawAhead(passes, pass -> batches.add(batch.apply(pass)));
    isDrawnAhead = true;
    return batches;
  }

  @Override
  public Tensor dropoutFactor(String layer, Shape shape, double p, Passes passes) {
    if (passes.count() == 1) {
      note(layer, new Mask(shape, p));
      return DropoutMask.draw(shape, p, 1, generator);
    }
    if (calls.isEmpty() || layer.equals(calls.firstEntry().getKey())) {
      if (!isDrawnAhead) {
        drawAhead(passes.count(), _ -> {});
      }
      isDrawnAhead = false;
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

  private void drawAhead(int passes, IntConsumer beforePass) {
    drawnAhead.clear();
    for (Call call : calls.values()) {
      switch (call) {
        case Mask mask -> drawnAhead.add(DropoutMask.undrawn(mask.shape(), passes));
        case Slopes _ ->
            throw new IllegalStateException("a net that draws slopes is computed pass by pass");
      }
    }
    for (int pass = 0; pass < passes; pass++) {
      beforePass.accept(pass);
      var masks = drawnAhead.iterator();
      for (Call call : calls.values()) {
        if (call instanceof Mask(Shape _, double p)) {
          DropoutMask.draw(masks.next(), pass, p, generator);
        }
      }
    }
  }
}
