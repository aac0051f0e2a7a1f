package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import org.jfree.chart.axis.NumberAxis;
import org.modescope.autograd.Shape;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.TickStep;

/// What an output's elements are called: by their row, and by their place in the row where a row
/// has several.
///
/// @param rows how many rows the output has
/// @param columns how many elements each has
record OutputNames(int rows, int columns) {

  static OutputNames of(Shape shape, int elements) {
    int rows = shape.rank() == 0 ? 1 : Math.max(1, shape.size(0));
    return new OutputNames(rows, Math.max(1, elements / rows));
  }

  /// An element's full name.
  String of(int element) {
    return columns == 1
        ? "row " + element
        : "row %d, output %d".formatted(element / columns, element % columns);
  }

  /// An axis that names some elements, as many as have room.
  NumberAxis axis(Graphics2D g2, ChartStyle style, int shown, double pixels) {
    boolean severalRows = shown > columns;
    int mostTicks = ChartAxes.mostTicks(g2, style, tick(shown - 1, severalRows), pixels);
    int unit = severalRows ? columns : 1;
    double step = unit * TickStep.whole((double) shown / unit, mostTicks).size();
    return ChartAxes.labelled(
        style, -0.5, shown - 0.5, step, value -> tick((int) value, severalRows));
  }

  /// How far the label of the last tick may reach beyond the end of the axis.
  double overhang(Graphics2D g2, ChartStyle style, int shown, double pixels) {
    double slot = pixels / shown;
    return Math.max(0, (style.width(g2, tick(shown - 1, shown > columns)) - slot) / 2);
  }

  private String tick(int element, boolean severalRows) {
    return severalRows || columns == 1 ? "row " + element / columns : "output " + element;
  }
}
