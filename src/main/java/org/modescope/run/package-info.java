/// What computes: nets built from descriptions, runs, comparisons and trainings, and the one worker
/// thread that the window has them on.
///
/// Read [Runner], [Job] and [Run] first. What is seen leaves as immutable snapshots of `measure`.
/// Nothing here says anything about it: `words` and this package do not know each other.
@NullMarked
package org.modescope.run;

import org.jspecify.annotations.NullMarked;
