/// What all charts are made of: the canvas that repaints at most once per pulse, its style, axes,
/// legends and pictures that leave the window.
///
/// Read [Chart], [Plots] and [ChartPalette] first. This package and those below it alone see
/// JFreeChart and AWT: JFreeChart lays out plots and axes, chooses ticks and draws the grid; our
/// own marks draw the data; both go through FXGraphics2D onto a JavaFX canvas. Outside, a chart is
/// a JavaFX region that is shown an immutable observation. Nothing here measures, and nothing here
/// knows a screen.
///
/// Why the data is not drawn by JFreeChart's renderers: its scatter renderer clones and transforms
/// a shape for every dot, so that ten thousand dots took 20 to 70 ms through FXGraphics2D, with
/// entities for the pointer 50 to 75 ms, and through a mark 2.5 ms; thirty pictures a second leave
/// 33. Its dot renderer is as fast as a mark, but draws squares, and neither bands nor predictions.
/// What is pointed at is a column, the nearest line or a segment, not a dot, and one question to
/// the axes answers that without a list of entities. Datasets would copy arrays that observations
/// hold already and that never change. Of zooming there is no need: what does not fit shares a
/// column.
@NullMarked
package org.modescope.ui.chart;

import org.jspecify.annotations.NullMarked;
