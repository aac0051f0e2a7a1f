package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleInsets;

/// Axes in the program's look: labels and grid, but no axis line and no tick marks.
public final class ChartAxes {
  private static final RectangleInsets LABEL_INSETS = new RectangleInsets(3, 2, 1, 6);

  private ChartAxes() {}

  /// An axis of values with ticks at round numbers.
  ///
  /// @param pixels how long it will be, about
  public static NumberAxis values(ChartStyle style, ValueRange span, double pixels) {
    double extent = span.high() - span.low();
    TickStep step = TickStep.of(extent, mostTicks(style, pixels));
    return labelled(
        style, span.low(), span.high(), step.size(), tick -> step.label(tick, style.numbers()));
  }

  /// How many tick labels fit one above the other.
  public static int mostTicks(ChartStyle style, double pixels) {
    return (int) Math.clamp(pixels / (1.3 * style.lineHeight()), 2, 8);
  }

  /// How many tick labels fit side by side.
  ///
  /// @param widest the widest of them
  public static int mostTicks(Graphics2D g2, ChartStyle style, String widest, double pixels) {
    return (int) Math.clamp(pixels / (style.width(g2, widest) + 1.5 * style.lineHeight()), 1, 12);
  }

  /// An axis whose ticks are multiples of a step and have names of their own.
  public static NumberAxis labelled(
      ChartStyle style, double low, double high, double step, DoubleFunction<String> names) {
    NumberAxis axis = hidden(low, high);
    axis.setTickLabelsVisible(true);
    axis.setTickLabelFont(style.font());
    axis.setTickLabelPaint(ChartStyle.ink(style.palette().mutedText()));
    axis.setTickLabelInsets(LABEL_INSETS);
    axis.setTickUnit(new NamedTicks(step, names), false, true);
    return axis;
  }

  /// An axis that takes no room.
  public static NumberAxis hidden(double low, double high) {
    NumberAxis axis = new NumberAxis(null);
    axis.setRange(low, high);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelsVisible(false);
    return axis;
  }

  private static final class NamedTicks extends NumberTickUnit {
    private static final long serialVersionUID = 1L;
    private final transient DoubleFunction<String> names;

    NamedTicks(double step, DoubleFunction<String> names) {
      super(step);
      this.names = names;
    }

    @Override
    public String valueToString(double value) {
      return names.apply(value);
    }
  }
}
