package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.StreamDraws;

/// A net that is asked what the first row of a batch is answered, batch after batch.
///
/// All batches meet the same state: a layer in train mode moves its running statistics but does not
/// look at them, and one in eval mode looks at them but does not move them.
final class RowNet implements AutoCloseable {
  private final LiveNet live;

  /// @param live is closed with this
  RowNet(LiveNet live) {
    this.live = live;
  }

  /// The answers to the first row of each batch.
  ///
  /// @param shape of each batch
  /// @param batches computed at once
  /// @throws org.modescope.nn.PassRefusedException if the net refuses them
  List<float[]> ask(Shape shape, List<float[]> batches) {
    return ask(shape, batches, Probe.NONE);
  }

  /// The same, watched.
  List<float[]> ask(Shape shape, List<float[]> batches, Probe probe) {
    return AllOrNothing.call(() -> GradMode.NO_GRAD.call(() -> asked(shape, batches, probe)));
  }

  private List<float[]> asked(Shape shape, List<float[]> batches, Probe probe) {
    try (Arena _ = Arena.open()) {
      Passes passes =
          new Passes(
              live.passesMade(), batches.size(), new StreamDraws(live.generator().copy()), probe);
      Tensor output = live.net().apply(Tensor.inputs(shape, batches), passes);
      List<float[]> answers = new ArrayList<>();
      output.forEachPass(values -> answers.add(first(values, shape.size(0))));
      return answers;
    }
  }

  /// The first row's share of an output: some nets make several rows of one. Where rows are not
  /// kept apart, the whole output is every row's answer.
  private static float[] first(float[] output, int rows) {
    return output.length % rows == 0 ? Arrays.copyOf(output, output.length / rows) : output;
  }

  @Override
  public void close() {
    live.close();
  }
}
