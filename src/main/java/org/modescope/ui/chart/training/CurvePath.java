package org.modescope.ui.chart.training;

import java.awt.geom.Path2D;
import org.modescope.ui.chart.Scale;

/// A curve as a path. Where it has more points than pixels, each column of pixels shows its lowest
/// and its highest: no extreme is lost, and a million steps are drawn as fast as a thousand.
record CurvePath(Curve curve, Scale scale) {
  private static final double MOST_PER_PIXEL = 3;

  Path2D path() {
    return curve.count() > MOST_PER_PIXEL * scale.area().getWidth() ? thinned() : whole();
  }

  private Path2D whole() {
    Path2D path = new Path2D.Double();
    boolean isOpen = false;
    for (int i = 0; i < curve.count(); i++) {
      double y = curve.y().applyAsDouble(i);
      if (Double.isFinite(y)) {
        to(path, isOpen, scale.x(curve.x().applyAsDouble(i)), scale.y(y));
      }
      isOpen = Double.isFinite(y);
    }
    return path;
  }

  private Path2D thinned() {
    Path2D path = new Path2D.Double();
    boolean isOpen = false;
    int i = 0;
    while (i < curve.count()) {
      long column = (long) Math.floor(scale.x(curve.x().applyAsDouble(i)));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      while (i < curve.count()
          && (long) Math.floor(scale.x(curve.x().applyAsDouble(i))) == column) {
        double y = curve.y().applyAsDouble(i);
        low = Double.isFinite(y) ? Math.min(low, y) : low;
        high = Double.isFinite(y) ? Math.max(high, y) : high;
        i++;
      }
      if (low <= high) {
        to(path, isOpen, (double) column, scale.y(low));
        path.lineTo((double) column, scale.y(high));
      }
      isOpen = low <= high;
    }
    return path;
  }

  private static void to(Path2D path, boolean isOpen, double x, double y) {
    if (isOpen) {
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
  }
}
