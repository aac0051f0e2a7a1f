package org.modescope.ui.chart.heat;

import java.awt.Color;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartStyle;

/// The colours of values: from violet, for what lies below 0, to slate, for what lies above.
///
/// @param low the lowest value's
/// @param zero that of 0
/// @param high the highest value's
public record HeatColors(
    javafx.scene.paint.Color low, javafx.scene.paint.Color zero, javafx.scene.paint.Color high) {
  private static final int STEPS = 32;

  private static final HeatColors ON_LIGHT =
      new HeatColors(
          javafx.scene.paint.Color.web("#6a45ab"),
          javafx.scene.paint.Color.web("#f1f3f5"),
          javafx.scene.paint.Color.web("#333f4d"));
  private static final HeatColors ON_DARK =
      new HeatColors(
          javafx.scene.paint.Color.web("#a98bf0"),
          javafx.scene.paint.Color.web("#232b36"),
          javafx.scene.paint.Color.web("#dce3ec"));

  /// Those that stand out on the panels of a palette.
  public static HeatColors on(ChartPalette palette) {
    return palette.panel().getBrightness() < 0.5 ? ON_DARK : ON_LIGHT;
  }

  /// The colour of a value.
  ///
  /// @param share of the value that has the strongest colour; below 0 for those below 0
  public Color of(double share) {
    javafx.scene.paint.Color end = share < 0 ? low : high;
    return ChartStyle.ink(zero.interpolate(end, Math.min(1, Math.abs(share))));
  }

  /// The colours from the lowest value to the highest, in even steps.
  Color[] ramp() {
    Color[] ramp = new Color[2 * STEPS + 1];
    for (int step = -STEPS; step <= STEPS; step++) {
      ramp[step + STEPS] = of((double) step / STEPS);
    }
    return ramp;
  }

  /// The step of a value on the [#ramp].
  ///
  /// @param limit the value that has the strongest colour
  static int step(double value, double limit) {
    return STEPS + (int) Math.round(Math.clamp(value / limit, -1, 1) * STEPS);
  }
}
