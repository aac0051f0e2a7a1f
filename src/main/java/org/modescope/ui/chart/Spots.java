package org.modescope.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/// Where a chart's marks lie, and which row of its table each is about.
///
/// @param count how many marks there are
/// @param row by mark
/// @param place by mark, in the chart
public record Spots(int count, IntUnaryOperator row, IntFunction<Rectangle2D> place) {
  public static final Spots NONE =
      new Spots(0, IntUnaryOperator.identity(), _ -> new Rectangle2D.Double());

  /// Marks of which each has its row.
  public static Spots of(int count, IntFunction<Rectangle2D> place) {
    return new Spots(count, IntUnaryOperator.identity(), place);
  }

  /// The place of a round mark.
  public static Rectangle2D dot(double x, double y, double radius) {
    return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// The mark that lies nearest to a point and no farther than so much; −1 where none does.
  int nearest(double x, double y, double reach) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int mark = 0; mark < count; mark++) {
      Rectangle2D at = place.apply(mark);
      double outside =
          Math.hypot(
              Math.max(0, Math.abs(x - at.getCenterX()) - at.getWidth() / 2),
              Math.max(0, Math.abs(y - at.getCenterY()) - at.getHeight() / 2));
      // Of marks that lie over one another the one whose middle is nearest.
      double far = 1e3 * outside + Math.hypot(x - at.getCenterX(), y - at.getCenterY());
      if (outside <= reach && far < least) {
        least = far;
        nearest = mark;
      }
    }
    return nearest;
  }

  /// The first mark about a row; −1 where none is.
  int about(int wanted) {
    for (int mark = 0; mark < count; mark++) {
      if (row.applyAsInt(mark) == wanted) {
        return mark;
      }
    }
    return -1;
  }
}
