package org.modescope.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/// Where values lie on a drawn plot, in pixels, and the other way round.
///
/// @param area the rectangle that the axes span
/// @param xAxis values along it grow to the right
/// @param yAxis values along it grow upwards, unless it is inverted
public record Scale(Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {

  public double x(double value) {
    return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
  }

  public double y(double value) {
    return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
  }

  /// Which of so many columns, each as wide as 1 and around its index, the x axis shows.
  public IntStream columnsSeen(int columns) {
    int first = (int) Math.ceil(xAxis.getLowerBound() - 0.5);
    int last = (int) Math.floor(xAxis.getUpperBound() + 0.5);
    return IntStream.rangeClosed(Math.max(0, first), Math.min(columns - 1, last));
  }

  /// The value along the y axis at a pixel.
  public double valueAtY(double y) {
    return yAxis.java2DToValue(y, area, RectangleEdge.LEFT);
  }

  /// The value along the x axis at a pixel.
  public double valueAtX(double x) {
    return xAxis.java2DToValue(x, area, RectangleEdge.BOTTOM);
  }
}
