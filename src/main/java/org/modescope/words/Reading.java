package org.modescope.words;

import java.util.List;
import org.modescope.measure.Observation;

/// What just happened and why, in words made from measured numbers.
///
/// @param tone what it is about
/// @param headline the finding, in one sentence
/// @param detail why, with the layer that caused it, in one to three sentences
/// @param next what to try, as short questions or imperatives
public record Reading(Tone tone, String headline, String detail, List<String> next) {

  public Reading {
    next = List.copyOf(next);
  }

  /// What can be said of what a run has shown so far.
  public static Reading of(Observation seen) {
    return ReadingWriter.read(seen);
  }

  /// What a reading is about; the window gives each its colour.
  public enum Tone {
    NEUTRAL,
    TRAIN,
    EVAL,
    PROBLEM
  }
}
