package org.modescope.ui.input;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.modescope.nn.Pair;
import org.modescope.ui.chart.heat.HeatColors;

/// A small picture of a row's pixels, each drawn as a sharp square.
final class PixelPicture {
  private PixelPicture() {}

  /// @param size the picture's height and width
  /// @param most the value with the strongest colour
  /// @param side how long the picture's longer side is, in pixels of the window
  static ImageView of(float[] pixels, Pair size, double most, int side, HeatColors colors) {
    int scale = Math.max(1, side / Math.max(size.height(), size.width()));
    WritableImage image = new WritableImage(size.width() * scale, size.height() * scale);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        float value = pixels[y / scale * size.width() + x / scale];
        image.getPixelWriter().setColor(x, y, color(value / most, colors));
      }
    }
    ImageView view = new ImageView(image);
    view.setSmooth(false);
    view.setFitWidth(size.width() * scale);
    view.setFitHeight(size.height() * scale);
    return view;
  }

  private static Color color(double share, HeatColors colors) {
    return colors
        .zero()
        .interpolate(share < 0 ? colors.low() : colors.high(), Math.min(1, Math.abs(share)));
  }
}
