package org.modescope.ui.net;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.ShapeProblem;
import org.modescope.measure.Refusal;
import org.modescope.words.ExplanationWords;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What is wrong with a layer, for its card.
///
/// @param title what kind of trouble, such as `ValueError`
/// @param message what is wrong; PyTorch's own text where the net refused a pass
/// @param verbatim whether the message is PyTorch's
/// @param explanation what it means; empty where the message says it all
/// @param fix what one click does about it
record CardTrouble(
    String title, String message, boolean verbatim, String explanation, Optional<Fix> fix) {

  /// Something that one click does.
  record Fix(String text, Experiment experiment) {}

  static CardTrouble of(ShapeCheck.Misfit misfit, Experiment experiment, Text text) {
    Optional<Fix> fix =
        misfit
            .fitted()
            .map(
                fitted ->
                    new Fix(
                        Difference.between(experiment.network().get(misfit.index()), fitted, text),
                        experiment.withLayer(misfit.index(), fitted)));
    boolean isTorchs = misfit.problem() instanceof ShapeProblem.InTorchsWords;
    String message = new MisfitWords(text).of(misfit.problem());
    return new CardTrouble(text.say("net.misfit.title"), message, isTorchs, "", fix);
  }

  static CardTrouble of(Refusal refusal, Experiment experiment, Text text) {
    Optional<Fix> fix =
        refusal.remedies().stream()
            .findFirst()
            .map(remedy -> new Fix(RemedyWords.of(remedy, text), remedy.apply(experiment)));
    return new CardTrouble(
        refusal.errorType(),
        refusal.message(),
        true,
        ExplanationWords.of(refusal.explanation()),
        fix);
  }
}
