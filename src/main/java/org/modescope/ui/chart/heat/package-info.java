/// Heat maps of tensors: violet below 0, slate above, so that no value looks like a mode.
///
/// Read [HeatMap] and [HeatSheet] first: a sheet says how a tensor's numbers lie on the page, the
/// map draws a window of it, and says which number is pointed at. Nothing here knows a layer.
@NullMarked
package org.modescope.ui.chart.heat;

import org.jspecify.annotations.NullMarked;
