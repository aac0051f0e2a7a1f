package org.modescope.ui.mates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Refusal;
import org.modescope.ui.control.Trial;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What there is to try next, from what was measured.
///
/// @param text the language
record MatesTrials(Text text) {
  private static final int USUAL_ROWS = 32;

  List<Trial<MatesViewModel>> of(Mates seen, Experiment inHand) {
    List<Trial<MatesViewModel>> trials = new ArrayList<>();
    int rows = seen.asked().rows();
    if (rows != 2 && most(inHand) >= 2) {
      trials.add(new Trial<>(text.say("mates.try.two"), model -> model.resize(2)));
    }
    if (rows > 1) {
      trials.add(new Trial<>(text.say("mates.try.alone"), model -> model.resize(1)));
    }
    if (rows < USUAL_ROWS && most(inHand) >= USUAL_ROWS) {
      trials.add(
          new Trial<>(
              text.say("mates.try.more", "rows", USUAL_ROWS), model -> model.resize(USUAL_ROWS)));
    }
    trials.add(
        seen.asked().start() == Start.AS_BUILT
            ? new Trial<>(text.say("mates.try.bench"), model -> model.startFrom(Start.ON_BENCH))
            : new Trial<>(text.say("mates.try.built"), model -> model.startFrom(Start.AS_BUILT)));
    batchNorm(inHand)
        .ifPresent(
            layer ->
                trials.add(
                    new Trial<>(
                        text.say("mates.try.layer-norm", "layer", text.layer(layer.name())),
                        model -> model.tryOut(now -> withLayerNorm(now, layer)))));
    return trials;
  }

  /// After a refusal in train. Where eval took the row, another number of rows may help; where it
  /// did not, only what makes the net take its input.
  List<Trial<MatesViewModel>> afterRefusal(Refusal refusal, Mates seen, Experiment inHand) {
    return seen.eval().isPresent()
        ? of(seen, inHand)
        : refusal.remedies().stream()
            .map(
                remedy ->
                    new Trial<MatesViewModel>(
                        RemedyWords.of(remedy, text), model -> model.tryOut(remedy::apply)))
            .toList();
  }

  private static int most(Experiment inHand) {
    return org.modescope.experiment.Companies.mostRows(inHand.input());
  }

  private static Optional<LayerSpec> batchNorm(Experiment inHand) {
    return inHand.network().stream()
        .filter(layer -> layer.type() == LayerType.BATCH_NORM_1D)
        .findFirst();
  }

  private static Experiment withLayerNorm(Experiment now, LayerSpec layer) {
    int index = now.network().indexOf(layer);
    return index < 0
        ? now
        : now.withLayer(
            index,
            LayerSpec.of(
                LayerType.LAYER_NORM,
                layer.name(),
                Map.of("normalized_shape", List.of(layer.integer("num_features")))));
  }
}
