package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.OptionalInt;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// The lines, where the training is now, and what lies above the axis.
///
/// @param pointed the measurement that is read out
record CurvesMark(CurvesFace face, OptionalInt pointed, ChartStyle style) implements Mark {
  private static final double DOT = 3.2;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    if (face.done() < face.epochs()) {
      drawUpright(g2, scale, scale.x(face.done()), true);
    }
    if (pointed.isPresent() && pointed.getAsInt() >= 0) {
      double x = face.stops().x().applyAsDouble(pointed.getAsInt());
      drawUpright(g2, scale, scale.x(x), false);
    }
    for (Curve curve : face.curves()) {
      g2.setPaint(curve.look().ink(style));
      g2.setStroke(curve.look().stroke(style));
      g2.draw(new CurvePath(curve, scale).path());
      drawPoints(g2, scale, curve);
    }
    face.above().forEach(new AboveArrows(g2, scale, style)::draw);
  }

  private void drawUpright(Graphics2D g2, Scale scale, double x, boolean isDashed) {
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(isDashed ? ChartStyle.dashed(1.2) : ChartStyle.solid(1.4));
    g2.draw(new Line2D.Double(x, scale.area().getY(), x, scale.area().getMaxY()));
  }

  private void drawPoints(Graphics2D g2, Scale scale, Curve curve) {
    if (curve.look().point() == Look.Point.NONE) {
      return;
    }
    double radius = style.thickness(DOT);
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < curve.count(); i++) {
      double y = curve.y().applyAsDouble(i);
      double x = scale.x(curve.x().applyAsDouble(i));
      boolean isLast = i == curve.count() - 1;
      if (Double.isFinite(y) && (x >= free || isLast)) {
        drawPoint(g2, curve.look(), x, scale.y(y), radius);
        free = x + 2.4 * radius;
      }
    }
  }

  private void drawPoint(Graphics2D g2, Look look, double x, double y, double radius) {
    if (look.point() == Look.Point.DOT) {
      g2.setPaint(look.ink(style));
      g2.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      return;
    }
    Path2D triangle = Triangle.upwards(x, y - 1.35 * radius, 1.35 * radius, 2.3 * radius);
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.fill(triangle);
    g2.setPaint(look.ink(style));
    g2.setStroke(ChartStyle.solid(style.thickness(1.5)));
    g2.draw(triangle);
  }
}
