package org.modescope.ui.graph;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.modescope.files.graph.Ink;
import org.modescope.ui.theme.Brightness;

/// The colours of a drawing in a theme: style sheets do not reach a canvas.
final class GraphColors {
  private static final GraphColors LIGHT = new GraphColors(light());
  private static final GraphColors DARK = new GraphColors(dark());

  private final Map<Ink, Color> colors;

  private GraphColors(Map<Ink, Color> colors) {
    this.colors = colors;
  }

  static GraphColors of(Brightness brightness) {
    return switch (brightness) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
    };
  }

  Color of(Ink ink) {
    return colors.getOrDefault(ink, Color.TRANSPARENT);
  }

  private static Map<Ink, Color> light() {
    Map<Ink, Color> light = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      light.put(ink, ink == Ink.NONE ? Color.TRANSPARENT : Color.web(ink.onPaper()));
    }
    return light;
  }

  private static Map<Ink, Color> dark() {
    Map<Ink, Color> dark = light();
    dark.put(Ink.PANEL, Color.web("#1a2028"));
    dark.put(Ink.GROUND, Color.web("#12161c"));
    dark.put(Ink.SHADE, Color.web("#252e39"));
    dark.put(Ink.LINE, Color.web("#2c3542"));
    dark.put(Ink.LINE_STRONG, Color.web("#4a5667"));
    dark.put(Ink.TEXT, Color.web("#e6ebf2"));
    dark.put(Ink.MUTED, Color.web("#9aa7b8"));
    dark.put(Ink.GRAD, Color.web("#5fd08a"));
    dark.put(Ink.GRAD_SOFT, Color.web("#12301f"));
    dark.put(Ink.GRAD_TEXT, Color.web("#6fd997"));
    dark.put(Ink.INPUT, Color.web("#7c8aa0"));
    return dark;
  }
}
