package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.Comparison;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.cells.CommonScale;
import org.modescope.words.Text;

/// What the pictures leave out, and which layer's statistics they show.
///
/// @param text the language
record DrawnWords(Text text) {

  String of(Comparison comparison) {
    CommonScale common = CommonScale.of(comparison.cells());
    List<String> parts = new ArrayList<>();
    int outputs =
        comparison.cells().stream()
            .flatMap(cell -> cell.seen().output().stream())
            .map(OutputVariance::mean)
            .mapToInt(mean -> mean.length)
            .max()
            .orElse(0);
    if (CommonScale.drawnOutputs(outputs) < outputs) {
      parts.add(
          text.say(
              "cells.drawn.outputs",
              "drawn",
              CommonScale.drawnOutputs(outputs),
              "outputs",
              outputs));
    }
    if (!common.layer().isEmpty()) {
      parts.add(
          text.say(
              "cells.drawn.layer",
              "layer",
              text.layer(common.layer()),
              "layers",
              comparison.cells().getFirst().seen().statistics().size()));
    }
    return parts.isEmpty() ? "" : text.say("cells.drawn", "parts", text.list(parts));
  }
}
