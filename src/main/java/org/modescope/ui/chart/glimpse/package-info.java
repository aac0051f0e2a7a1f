/// The values of one tensor as a picture.
///
/// Read [GlimpsePicture] first. What a tensor holds is measured elsewhere; here it is only drawn.
@NullMarked
package org.modescope.ui.chart.glimpse;

import org.jspecify.annotations.NullMarked;
