package org.modescope.ui.weights;

import java.util.List;
import java.util.Optional;
import org.modescope.ui.chart.weights.EffectFace;
import org.modescope.ui.chart.weights.HistogramFace;
import org.modescope.ui.chart.weights.SheetFace;
import org.modescope.ui.instrument.InstrumentText;

/// All that is shown of what a net starts from.
///
/// @param title the key that is chosen
/// @param shape its shape, type and size
/// @param origin where the net's numbers come from
/// @param edited how many were edited; empty for none
/// @param keys the list of keys
/// @param sheet the numbers of the key that is chosen
/// @param sheetWords around them
/// @param histogram of these
/// @param histogramWords around it
/// @param effect what edits did
/// @param effectWords around it
record WeightsFace(
    String title,
    String shape,
    String origin,
    String edited,
    List<KeyLine> keys,
    Optional<SheetFace> sheet,
    InstrumentText sheetWords,
    Optional<HistogramFace> histogram,
    InstrumentText histogramWords,
    Optional<EffectFace> effect,
    InstrumentText effectWords,
    WeightsReading reading) {
  WeightsFace {
    keys = List.copyOf(keys);
  }
}
