package org.modescope.ui.lesson;

import java.time.Instant;
import java.util.Optional;

/// A prediction that a learner locked in, and what came of it.
///
/// @param lesson the lesson's id
/// @param question its index in the lesson, from 0
/// @param ask the question
/// @param said what was predicted
/// @param why the learner's own reason; may be empty
/// @param at when it was locked in
/// @param outcome what was measured; empty if the program ended before
record GivenAnswer(
    String lesson,
    int question,
    String ask,
    String said,
    String why,
    Instant at,
    Optional<Outcome> outcome) {

  /// What came of a prediction.
  ///
  /// @param measured what was measured, in the same words
  /// @param isRight whether the prediction was right
  record Outcome(String measured, boolean isRight) {}

  GivenAnswer with(Outcome measured) {
    return new GivenAnswer(lesson, question, ask, said, why, at, Optional.of(measured));
  }
}
