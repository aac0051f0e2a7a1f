package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/// Draws JFreeChart plots in the program's own look: no frame, no grey, hairline grid.
///
/// A plot is built anew for each repaint. That costs microseconds, and it means that no chart state
/// is ever changed while something listens to it.
public final class Plots {
  private Plots() {}

  /// Draws a plot with grid lines across the y axis.
  ///
  /// @param area what the plot, its tick labels and axis labels may cover
  /// @return where values lie on the plot
  public static Scale draw(
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      NumberAxis xAxis,
      NumberAxis yAxis,
      Mark mark) {
    XYPlot plot = plain(style, xAxis, yAxis, mark);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeZeroBaselineVisible(true);
    return draw(g2, style, area, plot);
  }

  /// Draws a plot whose rows have names and whose values grow to the right, with grid lines across
  /// the x axis.
  public static Scale drawRows(
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      NumberAxis xAxis,
      NumberAxis yAxis,
      Mark mark) {
    XYPlot plot = plain(style, xAxis, yAxis, mark);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainZeroBaselineVisible(true);
    return draw(g2, style, area, plot);
  }

  private static XYPlot plain(ChartStyle style, NumberAxis xAxis, NumberAxis yAxis, Mark mark) {
    // The renderer draws grid lines; there is no dataset for it to draw.
    XYPlot plot = new XYPlot(null, xAxis, yAxis, new XYLineAndShapeRenderer());
    plot.setNotify(false);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinePaint(ChartStyle.ink(style.palette().grid()));
    plot.setDomainGridlineStroke(ChartStyle.solid(1));
    plot.setDomainZeroBaselinePaint(ChartStyle.ink(style.palette().line()));
    plot.setDomainZeroBaselineStroke(ChartStyle.solid(1));
    plot.setRangeGridlinePaint(ChartStyle.ink(style.palette().grid()));
    plot.setRangeGridlineStroke(ChartStyle.solid(1));
    plot.setRangeZeroBaselinePaint(ChartStyle.ink(style.palette().line()));
    plot.setRangeZeroBaselineStroke(ChartStyle.solid(1));
    plot.addAnnotation(new MarkAnnotation(mark), false);
    return plot;
  }

  private static Scale draw(Graphics2D g2, ChartStyle style, Rectangle2D area, XYPlot plot) {
    // FXGraphics2D measures with the font that is set, whichever it is asked for.
    g2.setFont(style.font());
    PlotRenderingInfo info = new ChartRenderingInfo().getPlotInfo();
    plot.draw(g2, area, null, null, info);
    return new Scale(info.getDataArea(), plot.getDomainAxis(), plot.getRangeAxis());
  }
}
