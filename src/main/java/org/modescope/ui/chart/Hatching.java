package org.modescope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// An outline with slanting lines inside: something that is there but was already counted
/// elsewhere.
public final class Hatching {
  private static final double DISTANCE = 5;

  private Hatching() {}

  public static void draw(Graphics2D g2, RoundRectangle2D box, Color color) {
    g2.setPaint(color);
    g2.setStroke(ChartStyle.solid(1));
    g2.draw(slants(box.getBounds2D()));
    outline(g2, box, color);
  }

  private static Path2D slants(Rectangle2D box) {
    Path2D slants = new Path2D.Double();
    for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += DISTANCE) {
      double left = Math.max(x, box.getX());
      double right = Math.min(x + box.getHeight(), box.getMaxX());
      if (left < right) {
        slants.moveTo(left, box.getMaxY() - (left - x));
        slants.lineTo(right, box.getMaxY() - (right - x));
      }
    }
    return slants;
  }

  /// The outline alone, drawn inside the box's edge.
  public static void outline(Graphics2D g2, RoundRectangle2D box, Color color) {
    outline(g2, box, color, ChartStyle.solid(1));
  }

  /// The outline alone, dashed.
  public static void dashedOutline(Graphics2D g2, RoundRectangle2D box, Color color) {
    outline(g2, box, color, ChartStyle.dashed(1));
  }

  private static void outline(
      Graphics2D g2, RoundRectangle2D box, Color color, BasicStroke stroke) {
    g2.setPaint(color);
    g2.setStroke(stroke);
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
