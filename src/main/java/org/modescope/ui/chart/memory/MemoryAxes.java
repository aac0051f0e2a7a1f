package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.util.Map;
import org.jfree.chart.axis.NumberAxis;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;

/// The axes of bars: layers from top to bottom, bytes to the right.
///
/// @param fitted the bars
/// @param words their names
/// @param style how the axes are drawn
/// @param beside how long A's bars are, by layer
record MemoryAxes(
    MemoryRows fitted, MemoryWords words, ChartStyle style, Map<String, Long> beside) {
  /// The share of the width that names may take.
  private static final double MOST_FOR_NAMES = 0.3;

  /// What an axis leaves around its labels.
  private static final double AROUND_NAMES = 10;

  NumberAxis layers(Graphics2D g2, double width) {
    NumberAxis axis =
        ChartAxes.labelled(
            style,
            -0.5,
            fitted.rows().size() - 0.5,
            1,
            row -> style.fit(g2, words.name(fitted.rows().get((int) row)), MOST_FOR_NAMES * width));
    axis.setInverted(true);
    return axis;
  }

  /// What is looked at of the bytes up to where the longest bar and the number at its end have
  /// room.
  NumberAxis bytes(Graphics2D g2, double width, Zoom zoom) {
    double plotWidth = plotWidth(g2, width);
    double end = 1;
    for (MemoryRow row : fitted.rows()) {
      long a = beside.getOrDefault(row.layer(), 0L);
      String label = beside.isEmpty() ? words.bytes(row) : words.beside(row, a);
      double text = style.width(g2, label) + 2 * style.gap() + thin(row);
      end = Math.max(end, Math.max(row.length(), a) * plotWidth / Math.max(1, plotWidth - text));
    }
    ValueRange shown = zoom.of(0, end);
    double extent = shown.high() - shown.low();
    int mostTicks = ChartAxes.mostTicks(g2, style, "10,000 KiB", plotWidth);
    ByteStep step = ByteStep.of(extent, mostTicks);
    return ChartAxes.labelled(
        style,
        shown.low(),
        shown.high(),
        step.bytes(),
        bytes -> {
          String label = step.label(bytes, style.numbers());
          double right = (bytes - shown.low()) / extent * plotWidth + style.width(g2, label) / 2;
          return right > plotWidth ? "" : label;
        });
  }

  /// How much wider a bar is drawn than it is, because its thin segments are to be seen.
  private static double thin(MemoryRow row) {
    return row.segments().size() < 2 ? 0 : row.segments().size() * MemoryMark.THINNEST_SEGMENT;
  }

  private double plotWidth(Graphics2D g2, double width) {
    double names = 0;
    for (MemoryRow row : fitted.rows()) {
      names = Math.max(names, style.width(g2, words.name(row)));
    }
    return Math.max(1, width - Math.min(names, MOST_FOR_NAMES * width) - AROUND_NAMES);
  }
}
