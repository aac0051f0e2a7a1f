package org.modescope.ui.cells;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Start;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.cells.CommonScale;
import org.modescope.words.Text;

/// Puts into words and numbers what is shown of a comparison.
final class CellsFaces {
  private final Text text;
  private final CellWords words;
  private final MarginWords margins;
  private final ReadingWords reading;

  CellsFaces(Text text) {
    this.text = text;
    words = new CellWords(text);
    margins = new MarginWords(text);
    reading = new ReadingWords(text);
  }

  /// Before anything was compared.
  ///
  /// @param isRunning whether the first cell is being computed
  CellsFace before(Experiment experiment, boolean isRunning) {
    Map<Mode, MarginFace> rows = new EnumMap<>(Mode.class);
    Stream.of(Mode.values()).forEach(mode -> rows.put(mode, margins.before()));
    Map<GradMode, MarginFace> columns = new EnumMap<>(GradMode.class);
    Stream.of(GradMode.values()).forEach(mode -> columns.put(mode, margins.before()));
    return new CellsFace(
        context(experiment, experiment.passes()),
        "",
        Place.ALL.stream().map(words::before).toList(),
        CommonScale.of(List.of()),
        rows,
        columns,
        text.say("cells.corner.left"),
        text.say("cells.corner.right"),
        isRunning ? reading.running() : reading.before(experiment));
  }

  /// @param inHand the experiment in hand
  /// @param stale whether that computes something else than what was compared
  CellsFace of(Comparison seen, Experiment inHand, boolean stale) {
    Weave weave = new Weave(seen);
    Map<Mode, MarginFace> rows = new EnumMap<>(Mode.class);
    Stream.of(Mode.values()).forEach(mode -> rows.put(mode, margins.row(weave, mode)));
    Map<GradMode, MarginFace> columns = new EnumMap<>(GradMode.class);
    Stream.of(GradMode.values()).forEach(mode -> columns.put(mode, margins.column(weave, mode)));
    return new CellsFace(
        context(seen.experiment(), passes(seen)),
        stale ? text.say("cells.stale") : startOf(seen),
        Place.ALL.stream()
            .map(
                place ->
                    weave
                        .cell(place)
                        .map(cell -> words.of(place, cell))
                        .orElseGet(() -> words.before(place)))
            .toList(),
        CommonScale.of(seen.cells()),
        rows,
        columns,
        text.say(leftAgree(weave) ? "cells.corner.left.agree" : "cells.corner.left"),
        text.say(rightAgree(weave) ? "cells.corner.right.agree" : "cells.corner.right"),
        reading.of(seen, inHand));
  }

  private static boolean leftAgree(Weave weave) {
    return Stream.of(Mode.values()).allMatch(mode -> weave.isWhole(mode) && weave.agrees(mode));
  }

  private static boolean rightAgree(Weave weave) {
    return Stream.of(GradMode.values()).allMatch(mode -> weave.isWhole(mode) && weave.agrees(mode));
  }

  private String startOf(Comparison seen) {
    return seen.start() == Start.ON_BENCH ? text.say("cells.from-bench") : "";
  }

  private static int passes(Comparison seen) {
    return seen.cells().isEmpty()
        ? seen.experiment().passes()
        : seen.cells().getFirst().seen().progress().asked();
  }

  private String context(Experiment experiment, int passes) {
    int rows = experiment.input().shape().size(0);
    return experiment.name().isBlank()
        ? text.say("cells.context.unnamed", "rows", rows, "passes", passes)
        : text.say("cells.context", "name", experiment.name(), "rows", rows, "passes", passes);
  }
}
