package org.modescope.ui.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.TypeMisfit;
import org.modescope.ui.training.LabelColumn;
import org.modescope.words.Text;

/// What another input changes in the net: layers that cannot take it are fitted where one argument
/// does it.
///
/// @param experiment with the input, and the net as far as it could be fitted
/// @param headline what changes, in a few words
/// @param detail the rest
/// @param isProblem whether the net will refuse it
record NetEffect(Experiment experiment, String headline, String detail, boolean isProblem) {
  /// Fitting one layer may bring the next out of step.
  private static final int MOST_FITTED = 8;

  /// @param label the column that becomes the target; empty for none
  static NetEffect of(Experiment now, InputSpec input, Optional<LabelColumn> label, Text text) {
    Experiment next = now.withInput(input);
    List<String> changes = new ArrayList<>();
    Optional<ShapeCheck.Misfit> misfit = ShapeCheck.of(next).misfit();
    while (changes.size() < MOST_FITTED
        && misfit.isPresent()
        && misfit.get().fitted().isPresent()) {
      int index = misfit.get().index();
      LayerSpec fitted = misfit.get().fitted().get();
      changes.add(difference(next.network().get(index), fitted, "sheet.effect.fitted", text));
      next = next.withLayer(index, fitted);
      misfit = ShapeCheck.of(next).misfit();
    }
    if (misfit.isPresent()) {
      String layer = now.network().get(misfit.get().index()).name();
      return new NetEffect(
          now.withInput(input),
          text.say("sheet.effect.misfit", "layer", text.layer(layer)),
          text.say("sheet.effect.misfit.detail"),
          true);
    }
    Targets targets = Targets.of(next, label, text);
    next = targets.experiment();
    changes.addAll(targets.changes());
    Optional<TypeMisfit> refused = TypeMisfit.of(next, input);
    if (refused.isPresent()) {
      return new NetEffect(
          next,
          text.say(
              "sheet.effect.type",
              "layer",
              text.layer(refused.get().layer()),
              "dtype",
              refused.get().type().dtype()),
          refused.get().text(),
          true);
    }
    boolean losesWeights = now.parameters().isPresent() && next.parameters().isEmpty();
    return new NetEffect(
        next,
        changes.isEmpty() ? text.say("sheet.effect.none") : changes.getFirst(),
        losesWeights ? text.say("sheet.effect.weights") : rest(changes, text),
        false);
  }

  private static String rest(List<String> changes, Text text) {
    return changes.size() < 2 ? "" : text.list(changes.subList(1, changes.size()));
  }

  /// What one layer has now that it had not before.
  ///
  /// @param key of the sentence
  static String difference(LayerSpec before, LayerSpec after, String key, Text text) {
    return after.arguments().entrySet().stream()
        .filter(each -> !Objects.equals(each.getValue(), before.arguments().get(each.getKey())))
        .findFirst()
        .map(Map.Entry::getKey)
        .map(
            argument ->
                text.say(
                    key,
                    "layer",
                    text.layer(before.name()),
                    "now",
                    String.valueOf(after.arguments().get(argument)),
                    "before",
                    String.valueOf(before.arguments().get(argument))))
        .orElse("");
  }
}
