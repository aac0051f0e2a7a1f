package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import org.jfree.chart.axis.NumberAxis;
import org.modescope.autograd.Shape;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// What an output's elements are called: by their row, and by their place in the row where a row
/// has several.
///
/// @param rows how many rows the output has
/// @param columns how many elements each has
/// @param text the language
record OutputNames(int rows, int columns, Text text) {

  static OutputNames of(Shape shape, int elements, Text text) {
    int rows = shape.rank() == 0 ? 1 : Math.max(1, shape.size(0));
    return new OutputNames(rows, Math.max(1, elements / rows), text);
  }

  /// An element's full name.
  String of(int element) {
    return columns == 1
        ? text.say("chart.output.row", "row", index(element))
        : text.say(
            "chart.output.element",
            "row",
            index(element / columns),
            "output",
            index(element % columns));
  }

  /// The name of consecutive elements.
  String of(int first, int last) {
    if (first == last) {
      return of(first);
    }
    boolean isWholeRows = first % columns == 0 && (last + 1) % columns == 0;
    if (!isWholeRows) {
      return text.say("chart.output.elements", "first", of(first), "last", of(last));
    }
    int firstRow = first / columns;
    int lastRow = last / columns;
    return firstRow == lastRow
        ? text.say("chart.output.row", "row", index(firstRow))
        : text.say("chart.output.rows", "first", index(firstRow), "last", index(lastRow));
  }

  /// An axis that names some elements, as many as have room.
  NumberAxis axis(Graphics2D g2, ChartStyle style, double pixels, Zoom zoom) {
    int elements = rows * columns;
    ValueRange shown = zoom.of(-0.5, elements - 0.5);
    double extent = shown.high() - shown.low();
    int mostTicks = ChartAxes.mostTicks(g2, style, tick(elements - 1), pixels);
    int unit = rows > 1 ? columns : 1;
    double step = unit * TickStep.whole(extent / unit, mostTicks).size();
    return ChartAxes.labelled(
        style, shown.low(), shown.high(), step, value -> tick((int) Math.rint(value)));
  }

  /// How far the label of the last tick may reach beyond the end of the axis.
  double overhang(Graphics2D g2, ChartStyle style, double pixels) {
    int elements = rows * columns;
    return Math.max(0, (style.width(g2, tick(elements - 1)) - pixels / elements) / 2);
  }

  private String tick(int element) {
    return rows > 1 || columns == 1
        ? text.say("chart.output.row", "row", index(element / columns))
        : text.say("chart.output.column", "output", index(element));
  }

  /// Indices are written as code writes them.
  private static String index(int index) {
    return Integer.toString(index);
  }
}
