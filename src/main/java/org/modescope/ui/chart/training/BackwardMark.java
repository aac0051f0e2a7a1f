package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// A row for each layer: a triangle where its gradient is in train mode, a dot where it is in eval,
/// and a line between them.
///
/// @param least what stands for 0, which powers of ten have no place for
record BackwardMark(List<BackwardFace.Layer> layers, double least, ChartStyle style)
    implements Mark {

  static final double RADIUS = 4;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    for (int row = 0; row < layers.size(); row++) {
      BackwardFace.Layer layer = layers.get(row);
      double y = scale.y(row);
      double train = scale.x(power(layer.train()));
      double eval = scale.x(power(layer.eval()));
      g2.setPaint(ChartStyle.ink(style.palette().line()));
      g2.setStroke(ChartStyle.solid(style.thickness(2)));
      g2.draw(new Line2D.Double(train, y, eval, y));
      double radius = style.thickness(RADIUS);
      g2.setPaint(ChartStyle.ink(style.palette().train()));
      g2.fill(triangle(train, y, radius));
      g2.setPaint(ChartStyle.ink(style.palette().eval()));
      g2.setStroke(ChartStyle.solid(style.thickness(1.8)));
      g2.draw(new Ellipse2D.Double(eval - radius, y - radius, 2 * radius, 2 * radius));
    }
  }

  private double power(double norm) {
    return Math.log10(Math.max(norm, least));
  }

  static Path2D triangle(double x, double y, double radius) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(x, y - radius);
    triangle.lineTo(x + radius, y + radius);
    triangle.lineTo(x - radius, y + radius);
    triangle.closePath();
    return triangle;
  }
}
