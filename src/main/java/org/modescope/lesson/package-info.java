/// Lessons: what a lesson consists of, as it was read from its file.
///
/// Read [Lesson], [Part] and [Answer] first. A lesson asks, has the net run, and explains what was
/// measured; which answer is right is never written in it, but is a condition on the measurement.
/// Nothing here runs anything, and no class of JavaFX may enter.
@NullMarked
package org.modescope.lesson;

import org.jspecify.annotations.NullMarked;
