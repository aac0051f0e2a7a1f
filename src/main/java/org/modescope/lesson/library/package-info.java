/// The lessons that ship, in order and by language.
///
/// Read [Lessons] first. A lesson is a file in `resources/org/modescope/lesson`, named in
/// `lessons.txt`; `NAME.es.lesson.md` beside it is its Spanish text.
@NullMarked
package org.modescope.lesson.library;

import org.jspecify.annotations.NullMarked;
