package org.modescope.lesson.check;

import org.modescope.words.Phrase;

/// Something that a lesson says and the engine does not show.
///
/// @param line where it says so
/// @param problem what it says and what was measured
public record Mismatch(int line, Phrase problem) {}
