package org.modescope.ui.instrument;

import java.util.List;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.words.Text;

/// What the running statistics instrument says about one layer.
///
/// @param text the language
record StatisticsText(Text text) {

  /// Before anything has run.
  InstrumentText before() {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        "",
        text.say("instrument.statistics.before.sentence"),
        text.say("instrument.statistics.before.empty"));
  }

  /// For a net without a layer that keeps running statistics.
  InstrumentText none() {
    return new InstrumentText(
        text.say("instrument.statistics.none.headline"),
        HeadlineTone.QUIET,
        "",
        text.say("instrument.statistics.none.sentence"),
        text.say("instrument.statistics.none.empty"));
  }

  /// @param statistic which of the two the sentence is about
  /// @param outcome how the run went: passes that were refused may have counted all the same
  InstrumentText of(RunningStatistics seen, Statistic statistic, Status outcome) {
    if (outcome == Status.READY) {
      return before();
    }
    return new InstrumentText(
        headline(seen, statistic),
        seen.updating() ? HeadlineTone.TRAIN : HeadlineTone.EVAL,
        seen.counting()
            ? text.say("instrument.statistics.context", "tracked", seen.batchesTracked())
            : text.say("instrument.statistics.context.uncounted"),
        seen.updating() ? updating(seen, statistic, outcome) : resting(seen, statistic),
        text.say("instrument.statistics.empty"));
  }

  private String headline(RunningStatistics seen, Statistic statistic) {
    if (!seen.moved()) {
      return text.say("instrument.statistics.headline.still");
    }
    return Travel.share(seen, statistic)
        .map(text.numbers()::percent)
        .orElseGet(() -> text.say("instrument.statistics.headline.moved"));
  }

  private String updating(RunningStatistics seen, Statistic statistic, Status outcome) {
    if (!seen.moved()) {
      return text.say(
          "instrument.statistics.unmoved."
              + (seen.counting() ? "counted." : "uncounted.")
              + whyUnmoved(seen, outcome),
          "count",
          seen.batchesTracked() - seen.batchesTrackedBefore());
    }
    String batch = seen.sameBatch() ? "this" : "latest";
    String way =
        Travel.share(seen, statistic)
            .map(
                share ->
                    text.say(
                        "instrument.statistics.carried." + statistic.key() + "." + batch,
                        "updates",
                        seen.updates(),
                        "share",
                        text.numbers().percent(share)))
            .orElseGet(
                () ->
                    text.say(
                        "instrument.statistics.moved." + statistic.key(),
                        "updates",
                        seen.updates()));
    String how = seen.momentum().isEmpty() ? text.say("instrument.statistics.cumulative") : "";
    return text.paragraph(List.of(way, how));
  }

  private static String whyUnmoved(RunningStatistics seen, Status outcome) {
    if (outcome == Status.REFUSED) {
      return "refused";
    }
    return seen.momentum().filter(momentum -> momentum == 0).isPresent() ? "momentum" : "arrived";
  }

  private String resting(RunningStatistics seen, Statistic statistic) {
    if (Travel.beganNew(seen)) {
      return text.say(
          seen.batchesTracked() == 0
              ? "instrument.statistics.resting.new"
              : "instrument.statistics.resting.refused",
          "tracked",
          seen.batchesTracked());
    }
    String left =
        seen.counting()
            ? text.say("instrument.statistics.resting", "updates", seen.batchesTracked())
            : text.say("instrument.statistics.resting.uncounted");
    String way =
        statistic == Statistic.MEAN
            ? seen.share()
                .map(
                    share ->
                        text.say(
                            "instrument.statistics.resting.way",
                            "share",
                            text.numbers().percent(share)))
                .orElse("")
            : "";
    return text.paragraph(List.of(left, way));
  }
}
