package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Rings every output of one pass, so that a pass is seen as a whole.
///
/// @param output whose outputs they are
/// @param pass its index in the series
/// @param style for everything drawn
record PassMark(OutputVariance output, int pass, ChartStyle style) implements Mark {
  @Override
  public void draw(Graphics2D g2, Scale scale) {
    List<Sample> drawn = OutputMark.drawnSamples(output, scale);
    double half = OutputMark.half(scale);
    double radius = style.thickness(4);
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(style.thickness(1.6)));
    for (int index = 0; index < drawn.size(); index++) {
      if (drawn.get(index).pass() == pass) {
        double beside = OutputMark.place(index, drawn.size(), half, 2);
        for (int element : scale.columnsSeen(output.mean().length).toArray()) {
          double x = scale.x(element) + beside;
          double y = scale.y(drawn.get(index).values()[element]);
          if (Double.isFinite(y)) {
            g2.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
          }
        }
      }
    }
  }
}
