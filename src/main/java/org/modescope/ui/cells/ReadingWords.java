package org.modescope.ui.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.cells.CommonScale;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Text;

/// What is read at the bottom of the screen.
///
/// @param text the language
record ReadingWords(Text text) {
  private static final int A_FEW_PASSES = 20;

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

  CellsReading of(Comparison comparison, Experiment inHand) {
    if (comparison.status() == Status.FAILED) {
      return plain("cells.failed.headline", "cells.failed.detail");
    }
    Optional<Refusal> refusal = comparison.refusal();
    if (refusal.isPresent()) {
      return refused(refusal.get(), text.say("cells.refused.all"), List.of());
    }
    if (comparison.isRunning()) {
      return plain("cells.running.headline", "cells.running.detail");
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
          trials(comparison, inHand));
    }
    return new CellsReading(
        headline(weave),
        text.paragraph(modes(weave), memory(weave)),
        "",
        drawn(comparison),
        trials(comparison, inHand));
  }

  private CellsReading plain(String headline, String detail) {
    return new CellsReading(text.say(headline), text.say(detail), "", "", List.of());
  }

  private CellsReading refused(Refusal refusal, String headline, List<Trial> trials) {
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
      return text.say("cells.headline.rule");
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

  /// What the pictures leave out, and which layer's statistics they show.
  private String drawn(Comparison comparison) {
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

  private List<Trial> trials(Comparison comparison, Experiment inHand) {
    List<Trial> trials = new ArrayList<>();
    if (inHand.passes() == 1) {
      trials.add(
          new Trial(
              text.say("cells.try.passes", "passes", A_FEW_PASSES),
              model -> model.tryOut(now -> now.withPasses(A_FEW_PASSES))));
    }
    trials.add(
        comparison.start() == Start.AS_BUILT
            ? new Trial(text.say("cells.try.bench"), model -> model.runFrom(Start.ON_BENCH))
            : new Trial(text.say("cells.try.built"), model -> model.runFrom(Start.AS_BUILT)));
    if (inHand.network().stream().anyMatch(ReadingWords::drops)) {
      trials.add(
          new Trial(
              text.say("cells.try.no-dropout"),
              model -> model.tryOut(ReadingWords::withoutDropout)));
    }
    return trials;
  }

  private static Experiment withoutDropout(Experiment experiment) {
    return experiment.withNetwork(
        experiment.network().stream().map(ReadingWords::withoutDropout).toList());
  }

  private static LayerSpec withoutDropout(LayerSpec layer) {
    return drops(layer) ? layer.with("p", 0.0) : layer;
  }

  private static boolean drops(LayerSpec layer) {
    return RandomLayers.mayDraw(layer)
        && layer.type().arguments().stream().anyMatch(each -> each.name().equals("p"));
  }

  private static Optional<Refusal> firstRefusal(Comparison comparison, Mode mode) {
    return comparison.cells().stream()
        .filter(cell -> cell.mode() == mode)
        .flatMap(cell -> cell.seen().refusal().stream())
        .findFirst();
  }
}
