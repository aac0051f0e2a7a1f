package org.modescope.ui.chart.mates;

import java.awt.Color;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.heat.HeatColors;

/// Colours of values, which are those of every heat map, and of what is refused.
///
/// @param values those of values
/// @param problem what is refused
/// @param problemSoft its ground
record Shade(HeatColors values, Color problem, Color problemSoft) {
  private static final Shade LIGHT =
      new Shade(HeatColors.on(ChartPalette.light()), new Color(0xb11d1d), new Color(0xfdecec));
  private static final Shade DARK =
      new Shade(HeatColors.on(ChartPalette.dark()), new Color(0xff9089), new Color(0x3b1a1a));

  static Shade of(ChartStyle style) {
    return style.palette().equals(ChartPalette.dark()) ? DARK : LIGHT;
  }

  /// The colour of a value.
  ///
  /// @param most the size of a value that has the full colour
  Color of(double value, double most) {
    if (!Double.isFinite(value)) {
      return problem;
    }
    return values.of(most == 0 ? 0 : value / most);
  }

  /// Ink that can be read on a value's colour.
  Color inkOn(double value, double most, ChartStyle style) {
    boolean isStrong = Math.abs(value) > 0.5 * most;
    return ChartStyle.ink(isStrong ? style.palette().panel() : style.palette().text());
  }
}
