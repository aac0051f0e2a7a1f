package org.modescope.ui.chart.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.OptionalInt;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Hatching;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.training.StepFace.Moment;

/// What is kept as bars, one upon the other, and all that is allocated as a dashed line over them.
///
/// @param pointed the moment that is read out
record StepMark(StepFace face, OptionalInt pointed, ChartStyle style) implements Mark {
  private static final double MOST_AIR = 3;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    drawBorders(g2, scale);
    for (int place = 0; place < face.moments().size(); place++) {
      drawBar(g2, scale, place);
    }
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.dashed(style.thickness(1.4)));
    g2.draw(stairs(scale));
  }

  static Color saved(ChartStyle style) {
    return ChartStyle.ink(style.palette().activation());
  }

  static Color gradients(ChartStyle style) {
    return ChartStyle.ink(style.palette().grad());
  }

  static Color optimizer(ChartStyle style) {
    return ChartStyle.ink(style.palette().reference());
  }

  private void drawBar(Graphics2D g2, Scale scale, int place) {
    Moment moment = face.moments().get(place);
    double left = scale.x(place);
    double width = scale.x(place + 1.0) - left;
    double air = Math.min(MOST_AIR, 0.1 * width);
    Rectangle2D bar = new Rectangle2D.Double(left + air, 0, Math.max(0.5, width - 2 * air), 0);
    drawPart(g2, scale, bar, 0, moment.optimizer(), Part.OPTIMIZER);
    drawPart(g2, scale, bar, (double) moment.optimizer(), moment.gradients(), Part.GRADIENTS);
    long below = moment.optimizer() + moment.gradients();
    drawPart(g2, scale, bar, (double) below, moment.saved(), Part.SAVED);
    if (pointed.isPresent() && pointed.getAsInt() == place) {
      g2.setPaint(ChartStyle.ink(style.palette().text(), 0.1));
      g2.fill(new Rectangle2D.Double(left, scale.area().getY(), width, scale.area().getHeight()));
    }
  }

  private enum Part {
    OPTIMIZER,
    GRADIENTS,
    SAVED
  }

  private void drawPart(
      Graphics2D g2, Scale scale, Rectangle2D bar, double from, long bytes, Part part) {
    if (bytes == 0) {
      return;
    }
    double top = scale.y(from + bytes);
    double height = Math.max(0.5, scale.y(from) - top);
    Rectangle2D box = new Rectangle2D.Double(bar.getX(), top, bar.getWidth(), height);
    switch (part) {
      case SAVED -> fill(g2, box, saved(style));
      case GRADIENTS -> fill(g2, box, gradients(style));
      case OPTIMIZER ->
          Hatching.draw(
              g2,
              new RoundRectangle2D.Double(box.getX(), top, box.getWidth(), height, 0, 0),
              optimizer(style));
    }
  }

  private static void fill(Graphics2D g2, Rectangle2D box, Color color) {
    g2.setPaint(color);
    g2.fill(box);
  }

  /// Between the lines of the loop.
  private void drawBorders(Graphics2D g2, Scale scale) {
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(ChartStyle.solid(1));
    for (int place = 1; place < face.moments().size(); place++) {
      if (!face.moments().get(place).phase().equals(face.moments().get(place - 1).phase())) {
        double x = scale.x(place);
        g2.draw(new Line2D.Double(x, scale.area().getY(), x, scale.area().getMaxY()));
      }
    }
  }

  private Path2D stairs(Scale scale) {
    Path2D stairs = new Path2D.Double();
    for (int place = 0; place < face.moments().size(); place++) {
      double y = scale.y((double) face.moments().get(place).allocated());
      if (place == 0) {
        stairs.moveTo(scale.x(0), y);
      } else {
        stairs.lineTo(scale.x(place), y);
      }
      stairs.lineTo(scale.x(place + 1.0), y);
    }
    return stairs;
  }
}
