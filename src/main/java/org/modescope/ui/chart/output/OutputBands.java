package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntToDoubleFunction;
import javafx.scene.paint.Color;
import org.modescope.measure.OutputVariance;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Draws many outputs in narrow slots: lowest to highest, mean ± 1 sd and the mean, without dots.
///
/// Each of the three is one path, so that neighbouring slots join without seams and painting stays
/// fast.
///
/// @param output what is drawn
/// @param shown how many of its elements: the first ones
/// @param color the mode's
record OutputBands(OutputVariance output, int shown, Color color) implements Mark {

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    double[] mean = output.mean();
    double[] deviation = output.standardDeviation();
    g2.setPaint(ChartStyle.ink(color, 0.2));
    g2.fill(slots(scale, 0, i -> output.minimum()[i], i -> output.maximum()[i]));
    g2.setPaint(ChartStyle.ink(color, 0.35));
    g2.fill(slots(scale, 0, i -> mean[i] - deviation[i], i -> mean[i] + deviation[i]));
    g2.setPaint(ChartStyle.ink(color));
    g2.fill(slots(scale, 1.6, i -> mean[i], i -> mean[i]));
  }

  private Path2D slots(
      Scale scale, double leastHeight, IntToDoubleFunction low, IntToDoubleFunction high) {
    Path2D path = new Path2D.Double();
    double width = scale.x(1) - scale.x(0);
    for (int element = 0; element < shown; element++) {
      double top = scale.y(high.applyAsDouble(element));
      double bottom = scale.y(low.applyAsDouble(element));
      if (Double.isFinite(top) && Double.isFinite(bottom)) {
        double height = Math.max(leastHeight, bottom - top);
        double y = (top + bottom - height) / 2;
        path.append(new Rectangle2D.Double(scale.x(element - 0.5), y, width, height), false);
      }
    }
    return path;
  }
}
