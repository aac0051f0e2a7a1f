package org.modescope.ui.chart.output;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.ToDoubleFunction;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.output.OutputColumns.Column;

/// Draws many outputs in narrow columns: lowest to highest, mean ± 1 sd and the mean, without dots.
///
/// Each of the three is one path, so that neighbouring columns join without seams and painting
/// stays fast.
///
/// @param columns what is drawn
/// @param color the mode's
record OutputBands(OutputColumns columns, javafx.scene.paint.Color color) implements Mark {

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    Column[] all = columns.all();
    fill(g2, ChartStyle.ink(color, 0.2), slots(scale, all, 0, Column::minimum, Column::maximum));
    fill(
        g2,
        ChartStyle.ink(color, 0.35),
        slots(
            scale,
            all,
            0,
            column -> column.mean() - column.deviation(),
            column -> column.mean() + column.deviation()));
    fill(g2, ChartStyle.ink(color), slots(scale, all, 1.6, Column::mean, Column::mean));
  }

  private static void fill(Graphics2D g2, Color ink, Path2D path) {
    g2.setPaint(ink);
    g2.fill(path);
  }

  private Path2D slots(
      Scale scale,
      Column[] all,
      double leastHeight,
      ToDoubleFunction<Column> low,
      ToDoubleFunction<Column> high) {
    Path2D path = new Path2D.Double();
    for (int index : columns.seen(scale)) {
      double top = scale.y(high.applyAsDouble(all[index]));
      double bottom = scale.y(low.applyAsDouble(all[index]));
      if (Double.isFinite(top) && Double.isFinite(bottom)) {
        int first = index * columns.slots().perColumn();
        double left = scale.x(first - 0.5);
        double width = scale.x(columns.slots().last(first) + 0.5) - left;
        double height = Math.max(leastHeight, bottom - top);
        double y = (top + bottom - height) / 2;
        path.append(new Rectangle2D.Double(left, y, width, height), false);
      }
    }
    return path;
  }
}
