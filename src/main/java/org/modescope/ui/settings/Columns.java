package org.modescope.ui.settings;

import java.util.Locale;

/// How the user wants the columns beside the instruments, apart from whether the code is shown.
///
/// @param net whether the net is wanted beside the instruments
/// @param netWidth of the net, in sizes of text; 0 for what suits the window
/// @param codeWidth of the code, in sizes of text; 0 for what suits the window
public record Columns(NetPanel net, double netWidth, double codeWidth) {
  /// As wide as suits the window.
  public static final Columns DEFAULT = new Columns(NetPanel.OPEN, 0, 0);

  private static final double MOST = 200;

  /// Whether the net is beside the instruments.
  public enum NetPanel {
    OPEN,
    FOLDED
  }

  /// @throws IllegalArgumentException if a width is no width
  public Columns {
    check("net_width", netWidth);
    check("code_width", codeWidth);
  }

  public Columns withNet(NetPanel wanted) {
    return new Columns(wanted, netWidth, codeWidth);
  }

  public Columns withNetWidth(double wanted) {
    return new Columns(net, wanted, codeWidth);
  }

  public Columns withCodeWidth(double wanted) {
    return new Columns(net, netWidth, wanted);
  }

  private static void check(String name, double width) {
    if (!(width >= 0 && width <= MOST)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be from 0 to %.0f; found %s", name, MOST, width));
    }
  }
}
