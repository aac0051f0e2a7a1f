/// What all charts are made of: the canvas that repaints at most once per pulse, its look, axes,
/// legends and formats.
///
/// Read [Chart], [Plots] and [ChartPalette] first. This package and those below it alone see
/// JFreeChart and AWT: JFreeChart lays out plots and axes, our own marks draw the data, and both go
/// through FXGraphics2D onto a JavaFX canvas. Outside, an instrument is a JavaFX region that is
/// shown an immutable observation. Nothing here measures, and nothing here knows a screen.
@NullMarked
package org.modescope.ui.chart;

import org.jspecify.annotations.NullMarked;
