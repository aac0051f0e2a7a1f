package org.modescope.ui.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// An outline with slanting lines inside: something that is there but was already counted elsewhere.
final class Hatching {
  private static final double DISTANCE = 5;

  private Hatching() {}

  static void draw(Graphics2D g2, RoundRectangle2D box, Color color) {
    Shape before = g2.getClip();
    g2.clip(box.getBounds2D());
    g2.setPaint(color);
    g2.setStroke(Look.solid(1));
    Rectangle2D bounds = box.getBounds2D();
    for (double x = bounds.getX() - bounds.getHeight(); x < bounds.getMaxX(); x += DISTANCE) {
      g2.draw(new Line2D.Double(x, bounds.getMaxY(), x + bounds.getHeight(), bounds.getY()));
    }
    g2.setClip(before);
    outline(g2, box, color);
  }

  /// The outline alone, drawn inside the box's edge.
  static void outline(Graphics2D g2, RoundRectangle2D box, Color color) {
    g2.setPaint(color);
    g2.setStroke(Look.solid(1));
    g2.draw(
        new RoundRectangle2D.Double(
            box.getX() + 0.5,
            box.getY() + 0.5,
            Math.max(0.5, box.getWidth() - 1),
            Math.max(0.5, box.getHeight() - 1),
            box.getArcWidth(),
            box.getArcHeight()));
  }
}
