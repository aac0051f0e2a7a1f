/// The charts of graph memory: what each layer keeps, and what a pass holds over time.
///
/// Read [GraphMemoryChart], [MemoryRow] and [MemoryTimelineChart] first.
@NullMarked
package org.modescope.ui.chart.memory;

import org.jspecify.annotations.NullMarked;
