package org.modescope.ui.chart.output;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Swatches;

/// What the marks of [OutputMark] mean.
final class OutputLegend {
  private OutputLegend() {}

  /// The marks that occur; none where all passes gave the same, because then there is nothing to
  /// tell apart.
  static Legend of(OutputVariance output, OutputSlots slots, Mode mode, ChartPalette palette) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (!output.identical()) {
      Color solid = ChartStyle.ink(palette.of(mode));
      entries.add(
          switch (slots.detail()) {
            case DOTS -> new Legend.Entry("one pass", Swatches.dot(solid));
            case BANDS ->
                new Legend.Entry(
                    "lowest to highest", Swatches.block(ChartStyle.ink(palette.of(mode), 0.2)));
          });
      entries.add(
          new Legend.Entry(
              "mean ± 1 sd", Swatches.band(ChartStyle.ink(palette.of(mode), 0.35), solid)));
      if (output.predicted().isPresent() && slots.detail() == OutputSlots.Detail.DOTS) {
        entries.add(
            new Legend.Entry(
                "predicted sd",
                Swatches.pair(ChartStyle.ink(palette.text(), 0.8), ChartStyle.dashed(1.2))));
      }
    }
    return new Legend(entries);
  }
}
