package org.modescope.ui.chart.output;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.output.OutputColumns.Column;

/// Draws the outputs of the run that is pinned as A under those of the newest: hollow, in grey and
/// without bands, each where B's counterpart stands.
///
/// @param columns what is drawn
/// @param style for everything drawn
record OutputGhost(OutputColumns columns, ChartStyle style) implements Mark {
  @Override
  public void draw(Graphics2D g2, Scale scale) {
    switch (columns.slots().detail()) {
      case DOTS -> drawRings(g2, scale);
      case BANDS -> drawRanges(g2, scale);
    }
  }

  private void drawRings(Graphics2D g2, Scale scale) {
    OutputVariance output = columns.output();
    double half = OutputMark.half(scale);
    List<Sample> drawn = OutputMark.drawnSamples(output, scale);
    double radius = style.thickness(3);
    g2.setPaint(ink(style));
    for (int element : scale.columnsSeen(output.mean().length).toArray()) {
      g2.setStroke(ChartStyle.dashed(style.thickness(1.4)));
      drawMean(g2, scale, element, output.mean()[element], half);
      g2.setStroke(ChartStyle.solid(style.thickness(1)));
      for (int index = 0; index < drawn.size(); index++) {
        double value = drawn.get(index).values()[element];
        if (Double.isFinite(value)) {
          double x = scale.x(element) + OutputMark.place(index, drawn.size(), half, radius);
          g2.draw(
              new Ellipse2D.Double(x - radius, scale.y(value) - radius, 2 * radius, 2 * radius));
        }
      }
    }
  }

  private static void drawMean(Graphics2D g2, Scale scale, int element, double mean, double half) {
    if (Double.isFinite(mean)) {
      double x = scale.x(element);
      double y = scale.y(mean);
      g2.draw(new Line2D.Double(x - half, y, x + half, y));
    }
  }

  private void drawRanges(Graphics2D g2, Scale scale) {
    g2.setPaint(ink(style));
    Column[] all = columns.all();
    for (int index : columns.seen(scale)) {
      int first = index * columns.slots().perColumn();
      double left = scale.x(first - 0.5);
      double width = scale.x(columns.slots().last(first) + 0.5) - left;
      double top = scale.y(all[index].maximum());
      double bottom = scale.y(all[index].minimum());
      if (Double.isFinite(top) && Double.isFinite(bottom)) {
        g2.fill(new Rectangle2D.Double(left, top - 0.6, width, 1.2));
        g2.fill(new Rectangle2D.Double(left, bottom - 0.6, width, 1.2));
      }
    }
  }

  /// What the marks mean.
  static Legend.Entry legend(ChartStyle style) {
    return new Legend.Entry(style.say("chart.beside.a"), Swatches.ring(ink(style)));
  }

  static Color ink(ChartStyle style) {
    return ChartStyle.ink(style.palette().mutedText(), 0.85);
  }
}
