package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.words.Text;

/// A layer's way from one list of layers into another one, such as from the net into a container.
///
/// @param from where it stands
/// @param layer it
/// @param to where it shall stand
record NestMove(LayerNest from, LayerSpec layer, LayerNest to) {

  /// Why the layer cannot go there, in a sentence; empty where it can.
  Optional<String> refusal(Experiment experiment, Text text) {
    if (to.isWithin(from, layer.name())) {
      return Optional.of(text.say("net.move.into-itself", "layer", layer.name()));
    }
    if (to.isOfBranches(experiment) && layer.type() != LayerType.SEQUENTIAL) {
      return Optional.of(text.say("net.move.no-branch", "layer", layer.name()));
    }
    if (from.isOfBranches(experiment) && from.layers(experiment).size() == 1) {
      return Optional.of(text.say("net.move.last-branch", "layer", layer.name()));
    }
    return Optional.empty();
  }

  /// The experiment with the layer there. It keeps its name unless a neighbour has it already.
  ///
  /// @param index where it stands then
  Experiment made(Experiment experiment, int index) {
    List<LayerSpec> left = from.layers(experiment);
    List<LayerSpec> without =
        from.replaced(experiment.network(), LayerMoves.remove(left, left.indexOf(layer)));
    List<LayerSpec> taken = to.neighbours(without);
    boolean isTaken = taken.stream().anyMatch(each -> each.name().equals(layer.name()));
    LayerSpec moved = isTaken ? layer.named(NewLayer.name(layer.type(), taken)) : layer;
    List<LayerSpec> there = to.layers(without);
    int place = Math.clamp(index, 0, there.size());
    return experiment.withNetwork(
        to.replaced(without, LayerMoves.insert(there, place, List.of(moved))));
  }
}
