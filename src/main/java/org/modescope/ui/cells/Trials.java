package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Refusal;
import org.modescope.measure.Remedy;
import org.modescope.ui.control.Trial;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What there is to try next.
///
/// @param text the language
record Trials(Text text) {
  private static final int A_FEW_PASSES = 20;

  List<Trial<CellsViewModel>> of(Comparison comparison, Experiment inHand) {
    List<Trial<CellsViewModel>> trials = new ArrayList<>();
    if (inHand.passes() == 1) {
      trials.add(
          new Trial<>(
              text.say("cells.try.passes", "passes", A_FEW_PASSES),
              model -> model.tryOut(now -> now.withPasses(A_FEW_PASSES))));
    }
    trials.add(
        comparison.start() == Start.AS_BUILT
            ? new Trial<>(text.say("cells.try.bench"), model -> model.runFrom(Start.ON_BENCH))
            : new Trial<>(text.say("cells.try.built"), model -> model.runFrom(Start.AS_BUILT)));
    if (inHand.network().stream().anyMatch(Trials::drops)) {
      trials.add(
          new Trial<>(
              text.say("cells.try.no-dropout"), model -> model.tryOut(Trials::withoutDropout)));
    }
    return trials;
  }

  /// What makes the net take its input comes first; where no cell took it, nothing else helps.
  List<Trial<CellsViewModel>> afterRefusal(
      Refusal refusal, Comparison comparison, Experiment inHand) {
    List<Trial<CellsViewModel>> trials = new ArrayList<>();
    for (Remedy remedy : refusal.remedies()) {
      trials.add(new Trial<>(RemedyWords.of(remedy, text), model -> model.tryOut(remedy::apply)));
    }
    if (comparison.cells().stream().anyMatch(cell -> cell.seen().refusal().isEmpty())) {
      trials.addAll(of(comparison, inHand));
    }
    return trials;
  }

  private static Experiment withoutDropout(Experiment experiment) {
    return experiment.withNetwork(
        experiment.network().stream().map(Trials::withoutDropout).toList());
  }

  private static LayerSpec withoutDropout(LayerSpec layer) {
    return drops(layer) ? layer.with("p", 0.0) : layer;
  }

  private static boolean drops(LayerSpec layer) {
    return RandomLayers.mayDraw(layer)
        && layer.type().arguments().stream().anyMatch(each -> each.name().equals("p"));
  }
}
