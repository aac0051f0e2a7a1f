/// The three instruments of the bench: output variance, running statistics and graph memory, each a
/// chart with words made from the numbers it shows.
///
/// Read [InstrumentCard], [VarianceText] and [VarianceViewModel] first. Words are pure functions of
/// observations; drawing is in `ui.chart`, and nothing is measured here.
@NullMarked
package org.modescope.ui.instrument;

import org.jspecify.annotations.NullMarked;
