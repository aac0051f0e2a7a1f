package org.modescope.ui.chart.mates;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import java.util.function.Function;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.mates.SizesFace.Point;

/// The curve of train mode, the thick dashed line of eval mode, and a bar where train refuses.
record SizesMark(SizesFace face, ChartStyle style) implements Mark {
  static final double DOT = 3.6;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    face.points().stream()
        .filter(point -> point.train().isEmpty())
        .forEach(point -> drawRefused(g2, scale, point.rows()));
    if (!face.words().eval().isEmpty()) {
      drawEval(g2, scale);
    }
    g2.setPaint(ChartStyle.ink(style.palette().train()));
    g2.setStroke(ChartStyle.solid(style.thickness(2)));
    g2.draw(line(scale, Point::train));
    for (Point point : face.points()) {
      point.train().ifPresent(value -> drawDot(g2, scale, point.rows(), value));
    }
  }

  private void drawRefused(Graphics2D g2, Scale scale, int rows) {
    Shade shade = Shade.of(style);
    double x = scale.x(SizesChart.log(rows));
    double half = style.thickness(12);
    double left = Math.max(scale.area().getX(), x - half);
    g2.setPaint(shade.problemSoft());
    g2.fill(
        new RoundRectangle2D.Double(
            left, scale.area().getY(), x + half - left, scale.area().getHeight(), 6, 6));
    g2.setPaint(shade.problem());
    g2.setStroke(ChartStyle.solid(style.thickness(1.6)));
    double y = scale.area().getY() + 0.9 * style.lineHeight();
    double arm = style.thickness(3.5);
    g2.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
    g2.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
    if (rows == 1) {
      g2.setFont(style.font());
      TextUtils.drawAlignedString(
          face.words().refused(),
          g2,
          (float) (x + half + style.gap()),
          (float) (scale.area().getMaxY() - 0.9 * style.lineHeight()),
          TextAnchor.CENTER_LEFT);
    }
  }

  private void drawEval(Graphics2D g2, Scale scale) {
    g2.setPaint(ChartStyle.ink(style.palette().eval()));
    g2.setStroke(
        new BasicStroke(
            (float) style.thickness(3),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            new float[] {7, 4},
            0));
    g2.draw(line(scale, Point::eval));
    double last =
        face.points().stream()
            .flatMap(point -> point.eval().stream())
            .reduce((_, next) -> next)
            .orElse(0.0);
    style.write(
        g2,
        face.words().eval(),
        scale.area().getCenterX(),
        scale.y(last) - 0.8 * style.lineHeight(),
        TextAnchor.CENTER,
        style.palette().eval());
  }

  private Path2D line(Scale scale, Function<Point, Optional<Double>> value) {
    Path2D line = new Path2D.Double();
    for (Point point : face.points()) {
      Optional<Double> each = value.apply(point).filter(Double::isFinite);
      if (each.isPresent()) {
        double x = scale.x(SizesChart.log(point.rows()));
        double y = scale.y(each.get());
        if (line.getCurrentPoint() == null) {
          line.moveTo(x, y);
        } else {
          line.lineTo(x, y);
        }
      }
    }
    return line;
  }

  private void drawDot(Graphics2D g2, Scale scale, int rows, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    boolean isShown = rows == face.shown();
    double radius = style.thickness(isShown ? DOT + 2.4 : DOT);
    double x = scale.x(SizesChart.log(rows));
    double y = scale.y(value);
    Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    g2.setPaint(ChartStyle.ink(style.palette().train()));
    g2.fill(dot);
    if (isShown) {
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.solid(style.thickness(2)));
      g2.draw(dot);
      boolean isFirst = rows <= 2;
      style.write(
          g2,
          face.words().shown(),
          isFirst ? x + radius + style.gap() : x,
          isFirst ? y - 0.2 * style.lineHeight() : y - radius - 0.7 * style.lineHeight(),
          isFirst ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER,
          style.palette().text());
    }
  }
}
