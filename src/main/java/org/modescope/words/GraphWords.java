package org.modescope.words;

import org.modescope.autograd.GradMode;

/// What is said of an autograd graph wherever one is shown.
///
/// @param text the language
public record GraphWords(Text text) {

  /// Why a pass in this grad mode left no graph.
  public String why(GradMode gradMode) {
    return switch (gradMode) {
      case GRAD -> text.say("graph.why.frozen");
      case NO_GRAD, INFERENCE_MODE -> text.say("graph.why.unrecorded", "gradMode", gradMode.key());
    };
  }
}
