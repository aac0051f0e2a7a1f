package org.modescope.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture as the pixels it is made of, which can leave the FX thread and become a PNG file.
///
/// @param width in pixels
/// @param height in pixels
/// @param pixels row by row, alpha, red, green and blue in a byte each; never changed
public record Png(int width, int height, int[] pixels) {

  /// What a JavaFX image shows. On the FX thread.
  public static Png of(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Png(width, height, pixels);
  }

  /// The same for JavaFX, such as its clipboard. On the FX thread.
  public Image image() {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  /// The content of a PNG file, without transparency. On any thread.
  public byte[] bytes() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Said in so many words: by itself ImageIO would go by way of a file.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot encode a picture in memory", impossible);
    }
    return bytes.toByteArray();
  }
}
