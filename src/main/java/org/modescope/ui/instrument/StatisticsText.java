package org.modescope.ui.instrument;

import org.modescope.measure.Observation.Status;
import org.modescope.measure.RunningStatistics;

/// What the running statistics instrument says about one BatchNorm layer.
final class StatisticsText {
  private StatisticsText() {}

  /// Before anything has run.
  static InstrumentText before() {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        "",
        "BatchNorm starts from mean 0 and variance 1; passes in train mode carry them off.",
        "press Run: a line for every channel, pass by pass");
  }

  /// For a net without a layer that keeps running statistics.
  static InstrumentText none() {
    return new InstrumentText(
        "none",
        HeadlineTone.QUIET,
        "",
        "No layer of this net keeps running statistics, so nothing can drift.",
        "no running statistics in this net");
  }

  /// @param outcome how the run went: passes that were refused may have counted all the same
  static InstrumentText of(RunningStatistics seen, Status outcome) {
    if (outcome == Status.READY) {
      return before();
    }
    return new InstrumentText(
        headline(seen),
        seen.updating() ? HeadlineTone.TRAIN : HeadlineTone.EVAL,
        "tracked " + Figure.count(seen.batchesTracked()),
        seen.updating() ? updating(seen, outcome) : resting(seen),
        "no pass came through");
  }

  private static String headline(RunningStatistics seen) {
    if (!seen.moved()) {
      return "still";
    }
    return seen.share().map(Figure::percent).orElse("moved");
  }

  private static String updating(RunningStatistics seen, Status outcome) {
    if (!seen.moved()) {
      long counted = seen.batchesTracked() - seen.batchesTrackedBefore();
      return "The counter moved by "
          + Figure.count(counted)
          + ", but nothing you can see changed: "
          + whyUnmoved(seen, outcome);
    }
    String updates = Figure.count(seen.batchesTracked(), "update has", "updates have");
    String batch = seen.sameBatch() ? "this batch's" : "the latest batch's";
    String way =
        seen.share()
            .map(share -> "carried the means " + Figure.percent(share) + " of the way to " + batch)
            .orElse("moved them");
    String how = seen.momentum().isEmpty() ? ", averaging all batches" : "";
    return updates + " " + way + how + ".";
  }

  private static String resting(RunningStatistics seen) {
    if (seen.batchesTracked() == 0) {
      return "Nothing moved: they are still the 0 and 1 they started as. No pass in train mode has"
          + " updated them.";
    }
    String updates = Figure.count(seen.batchesTracked(), "update", "updates");
    return "Nothing moved. These are what "
        + updates
        + " in train mode left behind"
        + seen.share().map(share -> ": " + Figure.percent(share) + " of the way.").orElse(".");
  }

  private static String whyUnmoved(RunningStatistics seen, Status outcome) {
    if (outcome == Status.REFUSED) {
      return "the pass was refused after it was counted.";
    }
    return seen.momentum().filter(momentum -> momentum == 0).isPresent()
        ? "momentum is 0."
        : "they had already arrived.";
  }
}
