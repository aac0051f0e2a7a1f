package org.modescope.ui.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/// AWT's fonts: JFreeChart measures text by them, though JavaFX draws it.
public final class AwtFonts {
  private static final Font ANY = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private AwtFonts() {}

  /// Reads them, which takes a moment and would otherwise be done when the first chart is drawn.
  /// Any thread.
  public static void load() {
    ANY.getLineMetrics("1", new FontRenderContext(null, true, true));
  }
}
