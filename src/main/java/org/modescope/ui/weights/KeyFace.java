package org.modescope.ui.weights;

import java.util.Optional;
import org.modescope.ui.chart.weights.HistogramFace;
import org.modescope.ui.chart.weights.SheetFace;
import org.modescope.ui.instrument.InstrumentText;

/// What is shown of one key's numbers. To work it out is to go through all of them several times.
///
/// @param sheet the numbers
/// @param sheetWords around them
/// @param histogram of these
/// @param histogramWords around it
record KeyFace(
    SheetFace sheet,
    InstrumentText sheetWords,
    Optional<HistogramFace> histogram,
    InstrumentText histogramWords) {}
