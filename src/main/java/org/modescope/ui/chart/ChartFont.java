package org.modescope.ui.chart;

import java.awt.Font;
import java.util.Locale;

/// An AWT font whose family is resolved by JavaFX.
///
/// AWT reports the family "Dialog" for a font it has not installed, and FXGraphics2D passes on what
/// AWT reports; a font that only JavaFX has loaded, from a resource, would never be found. This one
/// keeps the name it was given.
public final class ChartFont extends Font {
  private static final long serialVersionUID = 1L;

  public ChartFont(String family, int style, int size) {
    super(family, style, size);
  }

  @Override
  public String getFamily() {
    return getName();
  }

  @Override
  public String getFamily(Locale locale) {
    return getName();
  }
}
