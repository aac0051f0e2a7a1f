package org.modescope.run;

import java.util.function.Consumer;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Repeats;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.Passes;
import org.modescope.nn.StreamDraws;

/// The same input through a copy of one layer again.
///
/// @param copy the layer as it was before the pass; its mode and its state may be changed
/// @param input what went in
/// @param here the generator as it stood when the layer was reached
/// @param pass which pass it was, counted from 0
record LayerAgain(Layer copy, Stage input, Generator here, long pass) {
  /// So many numbers at a time are little against the memory that a pass takes.
  private static final int MOST_AT_ONCE = 500_000;

  /// What another mode gives, from the same state and the same draws.
  ///
  /// @throws org.modescope.nn.PassRefusedException if it refuses this input
  Stage other(Mode mode) {
    copy.setMode(mode);
    float[][] values = new float[1][];
    Shape shape = apply(1, new StreamDraws(here.copy()), result -> values[0] = result);
    return new Stage(LayerTrace.OTHER_MODE, shape, values[0]);
  }

  /// What more passes give, the first one being the pass itself.
  ///
  /// @param asked how many at the most
  Repeats repeats(int asked) {
    RepeatCount count = new RepeatCount(asked, input.values().length);
    StreamDraws draws = new StreamDraws(here.copy());
    int most = Math.max(1, MOST_AT_ONCE / input.values().length);
    // What a pass draws is known once one was made by itself.
    apply(1, draws, count::add);
    for (int done = 1; done < count.passes(); ) {
      int block = draws.canDrawAhead() ? Math.min(most, count.passes() - done) : 1;
      apply(block, draws, count::add);
      done += block;
    }
    return count.result();
  }

  private Shape apply(int passes, StreamDraws draws, Consumer<float[]> reader) {
    return GradMode.NO_GRAD.call(
        () -> {
          try (Tensor x = Tensor.input(input.shape(), input.values());
              Arena _ = Arena.open()) {
            Tensor result =
                copy.apply(copy.own(x.forPasses(passes)), Passes.of(pass, passes, draws));
            result.forEachPass(reader);
            return result.shape();
          }
        });
  }
}
