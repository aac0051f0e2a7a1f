package org.modescope.ui.cells;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.control.Trial;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Text;

/// What is read at the bottom of the screen.
///
/// @param text the language
record ReadingWords(Text text) {
  /// Before anything was compared.
  CellsReading before(Experiment experiment) {
    return new CellsReading(
        text.say("cells.before.headline"),
        text.say(
            "cells.before.detail",
            "rows",
            experiment.input().shape().size(0),
            "passes",
            experiment.passes()),
        "",
        "",
        List.of());
  }

  /// While it goes on.
  CellsReading running() {
    return plain("cells.running.headline", "cells.running.detail");
  }

  CellsReading of(Comparison comparison, Experiment inHand) {
    if (comparison.status() == Status.FAILED) {
      return plain("cells.failed.headline", "cells.failed.detail");
    }
    Optional<Refusal> refusal = comparison.refusal();
    if (refusal.isPresent()) {
      return refused(refusal.get(), text.say("cells.refused.all"), List.of());
    }
    if (comparison.isRunning()) {
      return running();
    }
    Weave weave = new Weave(comparison);
    if (comparison.status() == Status.STOPPED) {
      return plain("cells.stopped.headline", "cells.stopped.detail");
    }
    Optional<Refusal> ofTrain = firstRefusal(comparison, Mode.TRAIN);
    Optional<Refusal> ofEval = firstRefusal(comparison, Mode.EVAL);
    if (ofTrain.isPresent() || ofEval.isPresent()) {
      return refused(
          ofTrain.or(() -> ofEval).orElseThrow(),
          refusedWhere(ofTrain, ofEval),
          new Trials(text)
              .afterRefusal(ofTrain.or(() -> ofEval).orElseThrow(), comparison, inHand));
    }
    return new CellsReading(
        headline(weave),
        text.paragraph(modes(weave), memory(weave)),
        "",
        new DrawnWords(text).of(comparison),
        new Trials(text).of(comparison, inHand));
  }

  private CellsReading plain(String headline, String detail) {
    return new CellsReading(text.say(headline), text.say(detail), "", "", List.of());
  }

  private CellsReading refused(
      Refusal refusal, String headline, List<Trial<CellsViewModel>> trials) {
    return new CellsReading(
        headline,
        ExplanationWords.of(refusal.explanation(), text),
        CellWords.verbatim(refusal),
        "",
        trials);
  }

  private String refusedWhere(Optional<Refusal> ofTrain, Optional<Refusal> ofEval) {
    if (ofTrain.isPresent() && ofEval.isPresent()) {
      return text.say("cells.refused.all");
    }
    return text.say(ofTrain.isPresent() ? "cells.refused.train" : "cells.refused.eval");
  }

  private String headline(Weave weave) {
    boolean noise = weave.varies(Mode.TRAIN) || weave.drifts(Mode.TRAIN);
    boolean quiet = !weave.varies(Mode.EVAL) && !weave.drifts(Mode.EVAL);
    boolean holds = weave.holds(GradMode.GRAD);
    if (!quiet) {
      return text.say(
          weave.varies(Mode.EVAL) ? "cells.headline.eval-varies" : "cells.headline.eval-drifts");
    }
    if (noise && holds) {
      return text.say(
          weave.varies(Mode.TRAIN) ? "cells.headline.rule" : "cells.headline.rule-drift");
    }
    if (noise) {
      return text.say("cells.headline.no-memory");
    }
    return text.say(holds ? "cells.headline.no-noise" : "cells.headline.nothing");
  }

  private String modes(Weave weave) {
    return text.paragraph(mode(weave, Mode.TRAIN), mode(weave, Mode.EVAL));
  }

  private String mode(Weave weave, Mode mode) {
    Cell cell = weave.cell(new Place(mode, GradMode.GRAD)).orElseThrow();
    String sentence =
        text.say(
            "cells.mode." + mode.key(),
            "case",
            outcome(weave, mode),
            "sd",
            text.numbers().size(Weave.deviation(cell)),
            "updates",
            cell.seen().statistics().stream().mapToInt(RunningStatistics::updates).max().orElse(0));
    boolean isOne = !weave.agrees(mode);
    return isOne ? text.paragraph(sentence, text.say("cells.mode.disagree")) : sentence;
  }

  private static String outcome(Weave weave, Mode mode) {
    if (weave.isSingle()) {
      return weave.drifts(mode) ? "onedrifts" : "onestill";
    }
    boolean isQuiet = !weave.varies(mode) && !weave.drifts(mode);
    if (mode == Mode.EVAL && isQuiet && (weave.varies(Mode.TRAIN) || weave.drifts(Mode.TRAIN))) {
      return weave.varies(Mode.TRAIN) && weave.drifts(Mode.TRAIN) ? "stoppedboth" : "stopped";
    }
    return (weave.varies(mode) ? "varies" : "same") + (weave.drifts(mode) ? "drifts" : "still");
  }

  private String memory(Weave weave) {
    long train = bytes(weave, Mode.TRAIN);
    long eval = bytes(weave, Mode.EVAL);
    if (train == 0 && eval == 0) {
      return text.say(weave.works(GradMode.GRAD) ? "cells.memory.shared" : "cells.memory.nothing");
    }
    return text.say(
        train == eval ? "cells.memory.same" : "cells.memory.both",
        "train",
        text.numbers().bytes(train),
        "eval",
        text.numbers().bytes(eval));
  }

  private static long bytes(Weave weave, Mode mode) {
    return weave.cell(new Place(mode, GradMode.GRAD)).map(Weave::extraBytes).orElse(0L);
  }

  private static Optional<Refusal> firstRefusal(Comparison comparison, Mode mode) {
    return comparison.cells().stream()
        .filter(cell -> cell.mode() == mode)
        .flatMap(cell -> cell.seen().refusal().stream())
        .findFirst();
  }
}
