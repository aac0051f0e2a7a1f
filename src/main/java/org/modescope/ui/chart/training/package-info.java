/// Charts of a training: lines over its epochs.
///
/// Read [CurvesFace] first, which says what a chart shows, then [CurvesChart]. What is measured and
/// how it is told is decided elsewhere; here it is drawn.
@NullMarked
package org.modescope.ui.chart.training;

import org.jspecify.annotations.NullMarked;
