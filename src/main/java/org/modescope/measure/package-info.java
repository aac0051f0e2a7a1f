/// What was seen in a run, in numbers only, and the collectors that see it.
///
/// Read [Observation], [OutputVariance] and [GraphMemory] first. Snapshots are immutable and safe
/// on any thread. There are no sentences here: `words` makes those.
@NullMarked
package org.modescope.measure;

import org.jspecify.annotations.NullMarked;
