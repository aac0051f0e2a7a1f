/// The chart of running statistics: how they move over passes, beside the batch's own.
///
/// Read [RunningStatisticsChart] and [ChannelTrace] first.
@NullMarked
package org.modescope.ui.chart.statistics;

import org.jspecify.annotations.NullMarked;
