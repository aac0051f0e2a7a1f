/// The chart of output variance: every pass a dot per output, its mean and its spread.
///
/// Read [OutputVarianceChart] and [OutputSlots] first.
@NullMarked
package org.modescope.ui.chart.output;

import org.jspecify.annotations.NullMarked;
