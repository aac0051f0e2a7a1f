package org.modescope.ui.chart;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// What an instrument looks like in a scene, to be asked about its pixels.
record Picture(WritableImage image) {
  /// Antialiasing and rounding may change a channel by this much, of 1.
  private static final double TOLERANCE = 0.02;

  static Picture of(Chart instrument, ChartPalette palette, double width, double height) {
    instrument.setPalette(palette);
    StackPane root = new StackPane(instrument);
    root.setBackground(Background.fill(palette.panel()));
    return new Picture(new Scene(root, width, height).snapshot(null));
  }

  /// How many pixels have a colour, in the part of the picture between two shares of its width.
  int count(Color color, double fromShare, double toShare) {
    int count = 0;
    int width = (int) image.getWidth();
    for (int x = (int) (fromShare * width); x < toShare * width; x++) {
      for (int y = 0; y < (int) image.getHeight(); y++) {
        count += isNear(image.getPixelReader().getColor(x, y), color) ? 1 : 0;
      }
    }
    return count;
  }

  int count(Color color) {
    return count(color, 0, 1);
  }

  private static boolean isNear(Color pixel, Color color) {
    return Math.abs(pixel.getRed() - color.getRed()) < TOLERANCE
        && Math.abs(pixel.getGreen() - color.getGreen()) < TOLERANCE
        && Math.abs(pixel.getBlue() - color.getBlue()) < TOLERANCE;
  }
}
