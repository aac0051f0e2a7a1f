package org.modescope.experiment;

import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.ResNet18.Backbone;
import org.modescope.nn.Mode;

/// Nets that were trained on one task and are moved to another: all layers but the last are frozen.
final class TransferPresets {
  private TransferPresets() {}

  /// ResNet-18 with a classifier of two classes on one image.
  static Experiment resNet18() {
    return new Experiment(
        "Transfer: ResNet-18",
        "The backbone is frozen, and yet in train mode its 20 BatchNorm layers move on every pass.",
        42,
        ResNet18.layers(2, Backbone.FROZEN),
        new InputSpec.Drawn(Shape.of(1, 3, 224, 224), Distribution.NORMAL, 1),
        Mode.TRAIN,
        GradMode.GRAD,
        3);
  }
}
