package org.modescope.ui.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.words.Text;

/// What is said in a cell.
///
/// @param text the language
record CellWords(Text text) {

  /// A cell of which nothing is known yet.
  CellFace before(Place place) {
    Answer open = new Answer(Tone.QUIET, "?", "", "");
    return new CellFace(
        place,
        Optional.empty(),
        open,
        open,
        open,
        open,
        "",
        "",
        text.say("cells.spoken.before", "cell", place.code()));
  }

  CellFace of(Place place, Cell cell) {
    Observation seen = cell.seen();
    Answer varies = varies(place, seen);
    Answer drifts = drifts(place, cell);
    Answer holds = holds(place, seen);
    Answer backward = backward(cell);
    String refusal = seen.refusal().map(CellWords::verbatim).orElse("");
    return new CellFace(
        place,
        Optional.of(cell),
        varies,
        drifts,
        holds,
        backward,
        refusal,
        refusal.isEmpty() ? cell.apart().map(apart -> apart(cell, apart)).orElse("") : "",
        refusal.isEmpty()
            ? spoken(place, List.of(varies, drifts, holds, backward))
            : text.say("cells.spoken.refused", "cell", place.code(), "error", refusal));
  }

  static String verbatim(Refusal refusal) {
    return refusal.errorType() + ": " + refusal.message();
  }

  private Answer varies(Place place, Observation seen) {
    if (seen.output().isEmpty()) {
      return new Answer(Tone.QUIET, "?", "", "");
    }
    OutputVariance output = seen.output().get();
    Tone tone = Tone.of(place.mode());
    if (!Double.isFinite(output.meanDeviation())) {
      return new Answer(
          Tone.PROBLEM, "?", text.say("cells.varies.notfinite"), text.say("cells.varies.see"));
    }
    if (output.passes() == 1) {
      return new Answer(
          Tone.QUIET, "?", text.say("cells.varies.single"), text.say("cells.varies.more"));
    }
    if (output.identical()) {
      boolean canVary = !RandomLayers.of(seen.experiment().withMode(Mode.TRAIN)).isEmpty();
      return new Answer(
          tone,
          text.say("cells.no"),
          text.say("cells.varies.identical"),
          text.say(canVary ? "cells.varies.one" : "cells.varies.nothing"));
    }
    return new Answer(
        tone,
        text.say("cells.yes"),
        text.say("cells.varies.sd", "sd", text.numbers().size(output.meanDeviation())),
        text.say("cells.varies.differ", "distinct", output.distinct(), "passes", output.passes()));
  }

  private Answer drifts(Place place, Cell cell) {
    List<RunningStatistics> kept = cell.seen().statistics();
    Tone tone = Tone.of(place.mode());
    if (kept.isEmpty() && !cell.movedStatistics()) {
      return new Answer(
          tone,
          text.say("cells.no"),
          text.say("cells.drifts.none"),
          text.say("cells.drifts.nothing"));
    }
    long counted =
        kept.stream()
            .mapToLong(each -> each.batchesTracked() - each.batchesTrackedBefore())
            .max()
            .orElse(0);
    if (!cell.movedStatistics()) {
      return new Answer(
          tone,
          text.say("cells.no"),
          text.say("cells.drifts.still"),
          text.say("cells.drifts.counter", "count", counted));
    }
    return new Answer(
        tone,
        text.say("cells.yes"),
        text.say("cells.drifts.counter", "count", counted),
        kept.stream()
            .filter(RunningStatistics::moved)
            .flatMap(each -> each.shareOfSeries().stream())
            .max(Comparator.naturalOrder())
            .map(share -> text.say("cells.drifts.there", "share", text.numbers().percent(share)))
            .orElseGet(() -> text.say("cells.drifts.moved")));
  }

  private Answer holds(Place place, Observation seen) {
    long bytes = seen.memory().map(GraphMemory::extraBytes).orElse(0L);
    if (bytes > 0) {
      return new Answer(
          Tone.of(place.gradMode()),
          text.say("cells.yes"),
          text.numbers().roughBytes(bytes),
          text.say("cells.holds.extra", "bytes", text.numbers().bytes(bytes)));
    }
    boolean isRecorded = seen.memory().filter(GraphMemory::recorded).isPresent();
    return new Answer(
        Tone.QUIET,
        text.say("cells.no"),
        text.numbers().bytes(0),
        text.say(isRecorded ? "cells.holds.shared" : "cells.holds.nothing"));
  }

  private Answer backward(Cell cell) {
    if (cell.backward().isEmpty()) {
      return new Answer(Tone.QUIET, "…", "", "");
    }
    return switch (cell.backward().get()) {
      case Backward.Works(int gradients, int parameters) ->
          new Answer(
              Tone.GRAD,
              text.say("cells.backward.works"),
              "",
              gradients == parameters
                  ? text.say("cells.backward.all", "parameters", parameters)
                  : text.say(
                      "cells.backward.some", "gradients", gradients, "parameters", parameters));
      case Backward.Raises(String message) ->
          new Answer(Tone.PROBLEM, text.say("cells.backward.raises"), "", "", message);
    };
  }

  private String apart(Cell cell, Apart apart) {
    if (Place.ALL.getFirst().equals(new Place(cell.mode(), cell.gradMode()))) {
      return text.say("cells.apart.itself");
    }
    return apart.largest() == 0
        ? text.say("cells.apart.none")
        : text.say(
            "cells.apart.some",
            "largest",
            text.numbers().size(apart.largest()),
            "mean",
            text.numbers().size(apart.mean()));
  }

  private String spoken(Place place, List<Answer> answers) {
    return text.say(
        "cells.spoken",
        "cell",
        place.code(),
        "varies",
        told(answers.get(0)),
        "drifts",
        told(answers.get(1)),
        "holds",
        told(answers.get(2)),
        "backward",
        told(answers.get(3)));
  }

  private static String told(Answer answer) {
    return String.join(
        ", ",
        List.of(answer.word(), answer.figure(), answer.aside(), answer.verbatim()).stream()
            .filter(part -> !part.isEmpty())
            .toList());
  }
}
