package org.modescope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/// A chart as SVG, in one theme's colours or in those that the page around it chooses.
public final class Drawing {
  private static final String VARIABLE = "--chart-";

  private Drawing() {}

  /// How colours are written in a file of their own.
  static String plain(java.awt.Color color) {
    return hex(color.getRed(), color.getGreen(), color.getBlue());
  }

  /// How colours of [ChartPalette#coded] are written in a page that says what they are.
  static String variable(java.awt.Color color) {
    return "var(" + VARIABLE + color.getBlue() + ")";
  }

  /// What a page must say for its charts to have a theme's colours: declarations for its root.
  public static String declarations(ChartPalette palette) {
    List<String> declarations = new ArrayList<>();
    List<Color> colors = palette.colors();
    for (int place = 0; place < colors.size(); place++) {
      Color color = colors.get(place);
      declarations.add(
          VARIABLE
              + place
              + ":"
              + hex(byteOf(color.getRed()), byteOf(color.getGreen()), byteOf(color.getBlue())));
    }
    return String.join(";", declarations);
  }

  private static int byteOf(double share) {
    return (int) Math.round(255 * share);
  }

  private static String hex(int red, int green, int blue) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
