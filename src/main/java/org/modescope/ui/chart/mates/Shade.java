package org.modescope.ui.chart.mates;

import java.awt.Color;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartStyle;

/// Colours of values: violet below 0 and slate above, so that none looks like a mode; and those of
/// what is refused.
///
/// @param low the lowest value
/// @param middle 0
/// @param high the highest value
/// @param problem what is refused
/// @param problemSoft its ground
record Shade(Color low, Color middle, Color high, Color problem, Color problemSoft) {
  private static final Shade LIGHT =
      new Shade(
          new Color(0x6a45ab),
          new Color(0xf1f3f5),
          new Color(0x333f4d),
          new Color(0xb11d1d),
          new Color(0xfdecec));
  private static final Shade DARK =
      new Shade(
          new Color(0xa98bf0),
          new Color(0x232b36),
          new Color(0xdce3ec),
          new Color(0xff9089),
          new Color(0x3b1a1a));

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
    double share = most == 0 ? 0 : Math.clamp(value / most, -1, 1);
    return mixed(share < 0 ? low : high, Math.abs(share));
  }

  /// Ink that can be read on a value's colour.
  Color inkOn(double value, double most, ChartStyle style) {
    boolean isStrong = Math.abs(value) > 0.5 * most;
    return ChartStyle.ink(isStrong ? style.palette().panel() : style.palette().text());
  }

  private Color mixed(Color end, double share) {
    return new Color(
        mixed(end.getRed(), middle.getRed(), share),
        mixed(end.getGreen(), middle.getGreen(), share),
        mixed(end.getBlue(), middle.getBlue(), share));
  }

  private static int mixed(int end, int start, double share) {
    return (int) Math.round(start + (end - start) * share);
  }
}
