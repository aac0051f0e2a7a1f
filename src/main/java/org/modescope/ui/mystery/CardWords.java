package org.modescope.ui.mystery;

import java.util.Optional;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// What the instruments of a mystery net say: measured numbers, and no cause.
///
/// @param text the language
record CardWords(Text text) {

  /// How the answers varied.
  InstrumentText outputs(Optional<Observation> seen, boolean isTold) {
    Optional<OutputVariance> output = seen.flatMap(Observation::output);
    if (output.isPresent()) {
      return new InstrumentText(
          new MysteryWords(text).headline(output.get()),
          isTold ? HeadlineTone.of(seen.get().experiment().mode()) : HeadlineTone.INK,
          text.say(
              "instrument.variance.context",
              "passes",
              output.get().passes(),
              "rows",
              seen.get().experiment().input().shape().size(0)),
          sentence(output.get()),
          "");
    }
    String state = seen.isPresent() ? "refused" : "before";
    return quiet(
        "",
        "instrument.variance." + state + ".sentence",
        "instrument.variance." + state + ".empty");
  }

  private String sentence(OutputVariance output) {
    if (output.passes() == 1) {
      return text.say("instrument.variance.pass", "outputs", output.mean().length);
    }
    if (output.identical()) {
      return text.say(
          "instrument.variance.identical",
          "passes",
          output.passes(),
          "outputs",
          output.mean().length);
    }
    double least = Double.MAX_VALUE;
    for (double deviation : output.standardDeviation()) {
      least = Math.min(least, deviation);
    }
    return text.say(
        "mystery.outputs.varied",
        "passes",
        output.passes(),
        "answers",
        output.distinct(),
        "least",
        text.numbers().size(least),
        "most",
        text.numbers().size(output.largestDeviation()),
        "mean",
        text.numbers().size(output.meanDeviation()));
  }

  /// Whether running statistics moved.
  InstrumentText statistics(
      Optional<Observation> seen, Optional<RunningStatistics> tracked, boolean isTold) {
    if (tracked.isEmpty()) {
      return seen.isEmpty()
          ? quiet("", "mystery.statistics.before", "instrument.statistics.before.empty")
          : quiet(
              text.say("instrument.statistics.none.headline"),
              "mystery.statistics.none",
              "mystery.statistics.none");
    }
    RunningStatistics shown = tracked.get();
    String counted = text.numbers().count(shown.batchesTracked());
    return new InstrumentText(
        text.say(
            shown.moved()
                ? "instrument.statistics.headline.moved"
                : "instrument.statistics.headline.still"),
        tone(shown, isTold),
        text.say("instrument.statistics.context", "tracked", counted),
        text.say(
            shown.moved() ? "mystery.statistics.moved" : "mystery.statistics.still",
            "channels",
            shown.channels().length,
            "before",
            text.numbers().count(shown.batchesTrackedBefore()),
            "after",
            counted),
        text.say("instrument.statistics.empty"));
  }

  private static HeadlineTone tone(RunningStatistics shown, boolean isTold) {
    return !isTold ? HeadlineTone.INK : shown.updating() ? HeadlineTone.TRAIN : HeadlineTone.EVAL;
  }

  /// What a pass keeps.
  InstrumentText memory(Optional<Observation> seen, boolean isTold) {
    Optional<GraphMemory> kept = seen.flatMap(Observation::memory);
    if (kept.isEmpty()) {
      String state = seen.isPresent() ? "refused" : "before";
      return quiet("", "mystery.memory." + state, "mystery.memory." + state + ".empty");
    }
    GraphMemory memory = kept.get();
    boolean isKept = memory.recorded();
    return new InstrumentText(
        isKept ? text.numbers().roughBytes(memory.extraBytes()) : text.numbers().bytes(0),
        isKept && isTold ? HeadlineTone.GRAD : isKept ? HeadlineTone.INK : HeadlineTone.QUIET,
        text.say("instrument.memory.context"),
        text.say(
            "mystery.memory.counted",
            "counted",
            text.numbers().bytes(memory.extraBytes()),
            "measured",
            text.numbers().bytes(memory.heldBytes())),
        text.say("mystery.memory.nothing"));
  }

  private InstrumentText quiet(String headline, String sentenceKey, String emptyKey) {
    return new InstrumentText(
        headline, HeadlineTone.QUIET, "", text.say(sentenceKey), text.say(emptyKey));
  }
}
