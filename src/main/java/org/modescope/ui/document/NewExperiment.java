package org.modescope.ui.document;

import java.util.List;
import java.util.Map;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;

/// What a new experiment begins with.
final class NewExperiment {
  private NewExperiment() {}

  /// The smallest net there is: one linear layer, to which others are added.
  static Experiment named(String name) {
    return new Experiment(
        name,
        "",
        42,
        List.of(
            LayerSpec.of(LayerType.LINEAR, "fc1", Map.of("in_features", 10, "out_features", 1))),
        new InputSpec.Drawn(Shape.of(32, 10), Distribution.NORMAL),
        Mode.TRAIN,
        GradMode.GRAD,
        10);
  }
}
