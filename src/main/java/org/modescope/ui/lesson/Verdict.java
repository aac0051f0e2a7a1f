package org.modescope.ui.lesson;

import java.util.Optional;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.condition.Measures;

/// What was predicted, and what was measured.
///
/// @param prediction what was predicted; empty for a run that nobody was asked about
/// @param said the same in words
/// @param why the learner's own reason; may be empty
/// @param measured what the run has shown
/// @param measures the same by name
/// @param told the same in the words of the answer
/// @param isRight whether they agree
record Verdict(
    Optional<Prediction> prediction,
    String said,
    String why,
    Measured measured,
    Measures measures,
    String told,
    boolean isRight) {}
