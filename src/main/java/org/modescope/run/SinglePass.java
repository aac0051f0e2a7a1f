package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// One pass of a net's input from any state, each time with the same draws.
record SinglePass(LiveNet live) {

  /// What came out.
  record Answer(Shape shape, float[] values) {}

  /// The answer of the net in a state.
  ///
  /// @throws org.modescope.nn.PassRefusedException if the net refuses the pass
  Answer from(StateDict state) {
    live.net().load(state);
    return AllOrNothing.call(() -> GradMode.NO_GRAD.call(this::asked));
  }

  private Answer asked() {
    Shape shape = live.experiment().input().shape();
    try (Arena _ = Arena.open()) {
      Passes passes = new Passes(0, 1, new StreamDraws(live.generator().copy()), Probe.NONE);
      Tensor output = live.net().apply(Tensor.inputs(shape, List.of(live.inputValues())), passes);
      List<float[]> answers = new ArrayList<>();
      output.forEachPass(answers::add);
      return new Answer(output.shape(), answers.getFirst());
    }
  }
}
