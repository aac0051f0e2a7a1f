/// Charts as drawings that stay sharp at any size: SVG, written without a display, a toolkit or the
/// system's fonts.
///
/// Read [SvgGraphics] first: it is what a chart draws on, as it draws on a canvas elsewhere.
/// [FontWidths] knows how wide text is from the program's own font files.
@NullMarked
package org.modescope.ui.chart.svg;

import org.jspecify.annotations.NullMarked;
