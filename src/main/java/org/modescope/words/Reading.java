package org.modescope.words;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;

/// What just happened and why, in words made from measured numbers.
///
/// @param tone what it is about
/// @param headline what was seen, in one sentence
/// @param detail why, in a few sentences; those that explain most come first
/// @param next what to try; each is something to do with the experiment in hand
public record Reading(Tone tone, String headline, String detail, List<Suggestion> next) {

  public Reading {
    next = List.copyOf(next);
  }

  /// What can be said of what a run has shown so far.
  public static Reading of(Observation seen, Text text) {
    return ReadingWriter.read(seen, text);
  }

  /// What can be asked before anything has run.
  public static Reading before(Experiment experiment, Text text) {
    int rows = experiment.input().shape().rank() == 0 ? 1 : experiment.input().shape().size(0);
    return new Reading(
        Tone.NEUTRAL,
        text.say(
            experiment.input().fresh()
                ? "reading.before.headline.fresh"
                : "reading.before.headline",
            "rows",
            rows,
            "passes",
            experiment.passes()),
        text.say("reading.before.detail"),
        List.of());
  }

  /// What a reading is about; the window gives each its colour.
  public enum Tone {
    NEUTRAL,
    TRAIN,
    EVAL,
    PROBLEM
  }
}
