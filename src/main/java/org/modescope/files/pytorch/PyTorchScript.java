package org.modescope.files.pytorch;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;

/// An experiment as PyTorch code: the net as a class, the switches, the passes.
///
/// The same experiment always gives the same text, and any experiment gives one; a net that refuses
/// its input refuses it in PyTorch too. It runs under PyTorch 1.13 and 2.x.
///
/// @param text the code, each line ended
/// @param spans what its lines are about
public record PyTorchScript(String text, List<Span> spans) {
  public PyTorchScript {
    spans = List.copyOf(spans);
  }

  /// What fits on a slide: the net and its input as the seed draws them.
  public static PyTorchScript slide(Experiment experiment) {
    return new ScriptWriter(experiment).slide();
  }

  /// The whole script that an export writes: the same net and passes, with what the program shows
  /// printed as one line of JSON at the end. State and input are read from files where not all of
  /// them is drawn.
  public static PyTorchScript full(Experiment experiment) {
    return new ScriptWriter(experiment).full(!isDrawn(experiment));
  }

  /// Whether the seed alone gives the starting state and the input.
  static boolean isDrawn(Experiment experiment) {
    return experiment.parameters().isEmpty() && experiment.input() instanceof InputSpec.Drawn;
  }
}
