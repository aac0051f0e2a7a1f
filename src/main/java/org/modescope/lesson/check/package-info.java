/// Lessons held to the engine: what their runs measure, and whether everything they say is so.
///
/// Read [LessonMeasures], [Stages] and [LessonCheck] first. Nothing here knows the window: it asks
/// the same questions of what its own bench has shown.
@NullMarked
package org.modescope.lesson.check;

import org.jspecify.annotations.NullMarked;
