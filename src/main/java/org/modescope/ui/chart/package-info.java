/// The instruments of the bench: charts of measured numbers that repaint at most once per pulse.
///
/// Read [Instrument], [OutputVarianceChart] and [ChartPalette] first. This is the only package that
/// sees JFreeChart and AWT: JFreeChart lays out plots and axes, our own marks draw the data, and
/// both go through FXGraphics2D onto a JavaFX canvas. Outside, an instrument is a JavaFX region
/// that is shown an immutable observation. Nothing here measures, and nothing here knows a screen.
@NullMarked
package org.modescope.ui.chart;

import org.jspecify.annotations.NullMarked;
