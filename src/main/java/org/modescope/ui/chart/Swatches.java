package org.modescope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Marks in small, for legends.
public final class Swatches {
  private Swatches() {}

  public static Legend.Swatch dot(Color color) {
    return (g2, square) -> {
      g2.setPaint(color);
      g2.fill(new Ellipse2D.Double(square.getCenterX() - 2, square.getCenterY() - 2, 4, 4));
    };
  }

  /// An open circle, as an extreme that no dot shows is drawn.
  public static Legend.Swatch ring(Color color) {
    return (g2, square) -> {
      g2.setPaint(color);
      g2.setStroke(ChartStyle.solid(1.2));
      g2.draw(new Ellipse2D.Double(square.getCenterX() - 2.5, square.getCenterY() - 2.5, 5, 5));
    };
  }

  /// A box in dashed outline: something that is there anyway.
  public static Legend.Swatch hollow(Color color) {
    return (g2, square) -> Hatching.dashedOutline(g2, rounded(square), color);
  }

  /// A box in outline: the same of another run.
  public static Legend.Swatch frame(Color color) {
    return (g2, square) -> Hatching.outline(g2, rounded(square), color);
  }

  /// A translucent box with a bar through its middle.
  public static Legend.Swatch band(Color fill, Color bar) {
    return (g2, square) -> {
      block(fill).draw(g2, square);
      g2.setPaint(bar);
      double y = square.getCenterY() - 1;
      g2.fill(new Rectangle2D.Double(square.getX(), y, square.getWidth(), 2));
    };
  }

  public static Legend.Swatch block(Color fill) {
    return (g2, square) -> {
      g2.setPaint(fill);
      g2.fill(rounded(square));
    };
  }

  /// A box that is hatched instead of filled.
  public static Legend.Swatch hatched(Color color) {
    return (g2, square) -> Hatching.draw(g2, rounded(square), color);
  }

  public static Legend.Swatch line(Color color, BasicStroke stroke) {
    return (g2, square) -> horizontal(g2, square, square.getCenterY(), color, stroke);
  }

  /// Two lines with space between, as limits are drawn.
  public static Legend.Swatch pair(Color color, BasicStroke stroke) {
    return (g2, square) -> {
      horizontal(g2, square, square.getY() + 1, color, stroke);
      horizontal(g2, square, square.getMaxY() - 1, color, stroke);
    };
  }

  private static void horizontal(
      Graphics2D g2, Rectangle2D square, double y, Color color, BasicStroke stroke) {
    g2.setPaint(color);
    g2.setStroke(stroke);
    g2.draw(new Line2D.Double(square.getX() - 1, y, square.getMaxX() + 1, y));
  }

  private static RoundRectangle2D rounded(Rectangle2D square) {
    return new RoundRectangle2D.Double(
        square.getX(), square.getY(), square.getWidth(), square.getHeight(), 4, 4);
  }
}
