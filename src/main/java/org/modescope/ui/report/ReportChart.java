package org.modescope.ui.report;

import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.instrument.InstrumentText;

/// A chart of a report.
///
/// @param title what it is of
/// @param words its headline and its sentence
/// @param drawing as an element of the page
/// @param numbers what it shows
record ReportChart(String title, InstrumentText words, String drawing, ChartTable numbers) {}
