package org.modescope.ui.chart.output;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Legend.Entry;
import org.modescope.ui.chart.Swatches;

/// What the marks of [OutputMark] and [OutputBands] mean.
final class OutputLegend {
  private OutputLegend() {}

  /// The marks that occur; where every pass gave the same there is nothing to tell apart but the
  /// outputs that share a column.
  ///
  /// @param seen how many outputs are in view
  static Legend of(
      OutputVariance output, OutputSlots slots, int seen, Mode mode, ChartStyle style) {
    return new Legend(
        switch (slots.detail()) {
          case DOTS -> output.identical() ? List.of() : ofDots(output, seen, mode, style);
          case BANDS -> ofBands(output, slots, mode, style);
        });
  }

  private static List<Entry> ofDots(OutputVariance output, int seen, Mode mode, ChartStyle style) {
    Color solid = ChartStyle.ink(style.palette().of(mode));
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(style.say("chart.output.legend.pass"), Swatches.dot(solid)));
    entries.add(
        new Entry(style.say("chart.output.legend.mean"), Swatches.band(band(mode, style), solid)));
    if (output.predicted().isPresent()) {
      entries.add(
          new Entry(
              style.say("chart.output.legend.predicted"),
              Swatches.pair(ChartStyle.ink(style.palette().text(), 0.8), ChartStyle.dashed(1.2))));
    }
    if (OutputMark.hidesPasses(output, seen)) {
      entries.add(new Entry(style.say("chart.output.legend.extreme"), Swatches.ring(solid)));
    }
    return entries;
  }

  private static List<Entry> ofBands(
      OutputVariance output, OutputSlots slots, Mode mode, ChartStyle style) {
    List<Entry> entries = new ArrayList<>();
    if (!output.identical() || slots.isBinned()) {
      entries.add(
          new Entry(
              style.say("chart.output.legend.range"),
              Swatches.block(ChartStyle.ink(style.palette().of(mode), 0.2))));
    }
    if (!output.identical()) {
      entries.add(
          new Entry(
              style.say(
                  slots.isBinned() ? "chart.output.legend.average" : "chart.output.legend.mean"),
              Swatches.band(band(mode, style), ChartStyle.ink(style.palette().of(mode)))));
    }
    return entries;
  }

  private static Color band(Mode mode, ChartStyle style) {
    return ChartStyle.ink(style.palette().of(mode), 0.35);
  }
}
