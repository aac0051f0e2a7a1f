/// The pictures of one layer in slow motion: normalisation stage by stage, what dropout adds, the
/// products of a linear map.
///
/// Read [NormStagesChart] first. What is drawn comes as numbers of `measure` and words that the
/// screen has chosen; nothing here knows the screen.
@NullMarked
package org.modescope.ui.chart.layer;

import org.jspecify.annotations.NullMarked;
