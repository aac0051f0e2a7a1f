/// Pages about lessons, for those who teach with them.
///
/// Read [TeachersPage] first. A page is one file that asks for nothing else, and prints.
@NullMarked
package org.modescope.lesson.guide;

import org.jspecify.annotations.NullMarked;
