package org.modescope.ui.chart.statistics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;

/// Draws the channels of the run that is pinned as A: broad and grey, so that B's lines show where
/// they lie on them and where they leave them.
///
/// @param traces one per channel
/// @param highlighted the index of the channel that stands out, or -1
/// @param style for everything drawn
record TraceGhost(List<ChannelTrace> traces, int highlighted, ChartStyle style) implements Mark {
  private static final double COLUMN = 2;
  private static final double WIDTH = 4.5;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    double passesPerColumn = scale.valueAtX(COLUMN) - scale.valueAtX(0);
    g2.setStroke(ChartStyle.solid(style.thickness(WIDTH)));
    for (int index = 0; index < traces.size(); index++) {
      boolean recedes = highlighted >= 0 && index != highlighted;
      g2.setPaint(ink(style, recedes ? 0.12 : 0.35));
      g2.draw(TraceMark.line(scale, traces.get(index).thinned(passesPerColumn)));
    }
  }

  /// What the lines mean.
  static Legend.Entry legend(ChartStyle style) {
    return new Legend.Entry(
        style.say("chart.beside.a"), Swatches.line(ink(style, 0.45), ChartStyle.solid(WIDTH)));
  }

  private static Color ink(ChartStyle style, double opacity) {
    return ChartStyle.ink(style.palette().mutedText(), opacity);
  }
}
