package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.Training;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;

/// The modes that a training loop puts its net into after each validation: `net.train()`, and the
/// modes that layers have of their own, as far as neither is forgotten.
final class LoopModes {
  private final Sequential net;
  private final Mode mode;
  private final Training training;
  private final List<Mode> modes = new ArrayList<>();

  /// @param experiment as it is trained
  /// @param net as it begins
  LoopModes(Experiment experiment, Training training, Sequential net) {
    this.net = net;
    this.mode = experiment.mode();
    this.training = training;
    collect(net);
  }

  private void collect(Layer layer) {
    modes.add(layer.mode());
    layer.children().forEach(this::collect);
  }

  void trainAgain() {
    boolean wasInEval = !training.isForgotten(Forgotten.NO_EVAL_IN_VALIDATION);
    if (training.isForgotten(Forgotten.NO_TRAIN_AFTER) && wasInEval) {
      return;
    }
    if (training.isForgotten(Forgotten.TRAIN_UNDOES_EVAL)) {
      net.setMode(mode);
    } else {
      set(net, modes.listIterator());
    }
  }

  /// From the outside in, so that the innermost one stands.
  private static void set(Layer layer, ListIterator<Mode> modes) {
    layer.setMode(modes.next());
    layer.children().forEach(child -> set(child, modes));
  }
}
