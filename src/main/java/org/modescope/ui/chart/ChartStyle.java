package org.modescope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// A palette, a text size and a language, in the terms that JFreeChart draws in.
public final class ChartStyle {
  /// The height in pixels of tick labels and legends at text scale 1.
  private static final double TEXT_SIZE = 11;

  private final ChartPalette palette;
  private final double textScale;
  private final FontMaker fonts;
  private final Font font;
  private final Text text;
  private final List<LegendWords.Painted> legend = new ArrayList<>();

  /// Makes the font of what is drawn on.
  @FunctionalInterface
  interface FontMaker {
    Font make(String family, int style, int size);
  }

  public ChartStyle(ChartPalette palette, double textScale, Text text) {
    this(palette, textScale, text, ChartFont::new);
  }

  ChartStyle(ChartPalette palette, double textScale, Text text, FontMaker fonts) {
    this.palette = palette;
    this.fonts = fonts;
    this.text = text;
    int size = (int) Math.max(6, Math.round(TEXT_SIZE * textScale));
    font = fonts.make(palette.fontFamily(), Font.PLAIN, size);
    this.textScale = textScale;
  }

  public ChartPalette palette() {
    return palette;
  }

  public Font font() {
    return font;
  }

  /// The font of a picture's title.
  public Font titleFont() {
    return fonts.make(palette.fontFamily(), Font.BOLD, (int) Math.round(font.getSize() * 1.3));
  }

  /// The words of a key, in the chart's language.
  public String say(String key, Object... values) {
    return text.say(key, values);
  }

  public Numbers numbers() {
    return text.numbers();
  }

  /// The height that one line of text needs, its leading included.
  public double lineHeight() {
    return Math.ceil(font.getSize() * 1.4);
  }

  /// A small distance that grows with the text: between a swatch and its name, or a tick and its
  /// label.
  public double gap() {
    return font.getSize() * 0.5;
  }

  /// How thick a mark is whose thickness is this at text scale 1: marks grow with the text, half as
  /// fast.
  public double thickness(double plain) {
    return plain * Math.max(1, 0.5 + 0.5 * textScale);
  }

  public static Color ink(javafx.scene.paint.Color color) {
    return ink(color, 1);
  }

  /// A JavaFX colour for AWT, its opacity multiplied.
  public static Color ink(javafx.scene.paint.Color color, double opacity) {
    return new Color(
        (float) color.getRed(),
        (float) color.getGreen(),
        (float) color.getBlue(),
        (float) (color.getOpacity() * opacity));
  }

  public static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  public static BasicStroke dashed(double width) {
    float[] dashes = {4, 3};
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  public double width(Graphics2D g2, String text) {
    g2.setFont(font);
    return g2.getFontMetrics(font).getStringBounds(text, g2).getWidth();
  }

  /// Writes one line of text with its anchor at a point.
  public void write(
      Graphics2D g2,
      String text,
      double x,
      double y,
      TextAnchor anchor,
      javafx.scene.paint.Color color) {
    g2.setFont(font);
    g2.setPaint(ink(color));
    TextUtils.drawAlignedString(text, g2, (float) x, (float) y, anchor);
  }

  double titleWidth(Graphics2D g2, String text) {
    g2.setFont(titleFont());
    return g2.getFontMetrics(titleFont()).getStringBounds(text, g2).getWidth();
  }

  void writeTitle(Graphics2D g2, String text, double x, double y, TextAnchor anchor) {
    g2.setFont(titleFont());
    g2.setPaint(ink(palette.text()));
    TextUtils.drawAlignedString(text, g2, (float) x, (float) y, anchor);
  }

  /// Remembers where a word of the legend was painted.
  void painted(String word, Rectangle2D box) {
    legend.add(new LegendWords.Painted(word, box));
  }

  /// The words of the legend that were painted in this style.
  List<LegendWords.Painted> legend() {
    return legend;
  }

  /// The text, its end cut off where it is wider than that.
  public String fit(Graphics2D g2, String text, double width) {
    if (width(g2, text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0 && width(g2, text.substring(0, length) + "…") > width) {
      length--;
    }
    return length == 0 ? "" : text.substring(0, length).stripTrailing() + "…";
  }
}
