package org.modescope.ui.cells;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.HeldInEval;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Comparison;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// What is said in the margins: who decides what, made from what was measured.
///
/// @param text the language
record MarginWords(Text text) {
  private static final int MOST_NAMES = 2;

  MarginFace before() {
    return new MarginFace("", "", "");
  }

  /// What a row has in common, and whether the mode decides it.
  MarginFace row(Weave weave, Mode mode) {
    if (!weave.isWhole(mode)) {
      return before();
    }
    if (weave.isRefused(mode)) {
      return new MarginFace(
          text.say(weave.isRefused(other(mode)) ? "cells.row.either" : "cells.row.decides"),
          text.say("cells.row.refused"),
          refusedAt(weave, mode));
    }
    boolean isDecided =
        Stream.of(Mode.values())
                    .filter(each -> weave.isWhole(each) && !weave.isRefused(each))
                    .map(each -> List.of(weave.varies(each), weave.drifts(each)))
                    .distinct()
                    .count()
                > 1
            || weave.isRefused(other(mode));
    String drifts = text.say(weave.drifts(mode) ? "cells.row.drifts" : "cells.row.still");
    String outcome =
        weave.isSingle()
            ? drifts
            : text.say(
                "cells.row.outcome",
                "varies",
                text.say(weave.varies(mode) ? "cells.row.varies" : "cells.row.identical"),
                "drifts",
                drifts);
    return new MarginFace(
        text.say(isDecided ? "cells.row.decides" : "cells.row.either"),
        outcome,
        text.paragraph(why(weave, mode), proof(weave, mode)));
  }

  /// What a column has in common, and whether the grad mode decides it.
  MarginFace column(Weave weave, GradMode gradMode) {
    if (!weave.isWhole(gradMode)) {
      return before();
    }
    if (!weave.ran(gradMode)) {
      return new MarginFace("", text.say("cells.column.refused"), "");
    }
    boolean isDecided =
        Stream.of(GradMode.values())
                .filter(weave::isWhole)
                .map(each -> List.of(weave.holds(each), weave.works(each)))
                .distinct()
                .count()
            > 1;
    if (!weave.agrees(gradMode)) {
      return new MarginFace("", text.say("cells.column.mixed"), "");
    }
    String outcome =
        weave.holds(gradMode)
            ? text.say("cells.column.holds")
            : text.say("cells.column.holds-nothing");
    return new MarginFace(
        text.say(isDecided ? "cells.column.decides" : "cells.column.either"),
        outcome,
        text.say("cells.column.and", "backward", backward(weave, gradMode)));
  }

  private String backward(Weave weave, GradMode gradMode) {
    if (weave.works(gradMode)) {
      return text.say("cells.column.works");
    }
    return text.say(
        gradMode == GradMode.INFERENCE_MODE ? "cells.column.never" : "cells.column.raises");
  }

  /// Which layers break the rule that train varies and drifts, and eval is quiet.
  private String why(Weave weave, Mode mode) {
    Comparison comparison = weave.comparison();
    return switch (mode) {
      case TRAIN -> told("cells.row.why.held", paths(HeldInEval.of(comparison.experiment())));
      case EVAL ->
          text.paragraph(
              told("cells.row.why.noise", weave.varies(mode) ? drawing(comparison) : List.of()),
              told("cells.row.why.drift", weave.drifts(mode) ? moving(comparison) : List.of()));
    };
  }

  private String told(String key, List<String> layers) {
    return layers.isEmpty() ? "" : text.say(key, "layers", names(layers), "count", layers.size());
  }

  private String proof(Weave weave, Mode mode) {
    return weave.agrees(mode)
        ? text.say("cells.row.agree", "numbers", weave.numbers(mode))
        : text.say("cells.row.disagree");
  }

  private String refusedAt(Weave weave, Mode mode) {
    return weave
        .cell(new Place(mode, GradMode.GRAD))
        .flatMap(cell -> cell.seen().refusal())
        .map(refusal -> text.say("cells.row.refused-at", "layer", text.layer(refusal.layer())))
        .orElse("");
  }

  private static List<String> drawing(Comparison comparison) {
    return paths(RandomLayers.of(comparison.experiment().withMode(Mode.EVAL)));
  }

  private static List<String> paths(List<PlacedLayer> layers) {
    return layers.stream().map(PlacedLayer::path).toList();
  }

  private static List<String> moving(Comparison comparison) {
    Optional<Comparison.Cell> cell =
        new Weave(comparison).cell(new Place(Mode.EVAL, GradMode.GRAD));
    return cell.stream()
        .flatMap(each -> each.seen().statistics().stream())
        .filter(each -> each.moved())
        .map(each -> each.layer())
        .toList();
  }

  private String names(List<String> layers) {
    List<String> named = layers.stream().limit(MOST_NAMES).map(text::layer).toList();
    return layers.size() > MOST_NAMES
        ? text.say("cells.row.more", "names", text.list(named), "count", layers.size() - MOST_NAMES)
        : text.list(named);
  }

  private static Mode other(Mode mode) {
    return switch (mode) {
      case TRAIN -> Mode.EVAL;
      case EVAL -> Mode.TRAIN;
    };
  }
}
