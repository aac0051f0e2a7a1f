/// Lessons in files, `*.lesson.md`: CommonMark with a YAML head, read strictly and bounded.
///
/// Read [LessonFile], [PartsReader] and [Yaml] first. Everything that a lesson cannot say is
/// refused with its line: links, pictures and HTML among it, so that a lesson fetches nothing. The
/// libraries for CommonMark and YAML are seen here only, and not before the first lesson is read.
@NullMarked
package org.modescope.lesson.file;

import org.jspecify.annotations.NullMarked;
