package org.modescope.words;

import org.modescope.experiment.TorchWarning;
import org.modescope.nn.Softmax;

/// PyTorch warns of what a layer is given.
record PyTorchWarning(TorchWarning warning) implements Finding {
  @Override
  public FindingId id() {
    return FindingId.PYTORCH_WARNING;
  }

  @Override
  public String layer() {
    return warning.layer();
  }

  @Override
  public String say(Text text) {
    return text.say(
        "finding.pytorch-warning." + kind(),
        "layer",
        text.layer(layer()),
        "shape",
        warning.given().toString(),
        "axis",
        Integer.toString(Softmax.guessedAxis(warning.given())),
        "warning",
        warning.text());
  }

  private String kind() {
    return switch (warning.kind()) {
      case GUESSED_DIM -> "guessed-dim";
      case POSITIONS -> "positions";
      case FEW_AXES -> "few-axes";
      case MANY_AXES -> "many-axes";
      case NO_VOLUMES -> "no-volumes";
    };
  }
}
