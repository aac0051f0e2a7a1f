package org.modescope.ui.chart.training;

import java.awt.geom.Path2D;

/// A triangle that points upwards.
final class Triangle {
  private Triangle() {}

  /// @param x of its tip
  /// @param half of its width
  static Path2D upwards(double x, double top, double half, double height) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(x, top);
    triangle.lineTo(x + half, top + height);
    triangle.lineTo(x - half, top + height);
    triangle.closePath();
    return triangle;
  }
}
