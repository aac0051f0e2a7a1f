package org.modescope.ui.chart.layer;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javafx.scene.paint.Color;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartFont;
import org.modescope.ui.chart.ChartStyle;

/// Words in bold, for what is to be read first.
final class Strong {
  private Strong() {}

  private static Font font(ChartStyle style, double scale) {
    return new ChartFont(
        style.palette().fontFamily(), Font.BOLD, (int) Math.round(style.font().getSize() * scale));
  }

  /// @param scale how many times as large as other text
  static void write(
      Graphics2D g2,
      ChartStyle style,
      String text,
      double x,
      double y,
      TextAnchor anchor,
      Color color,
      double scale) {
    g2.setFont(font(style, scale));
    g2.setPaint(ChartStyle.ink(color));
    TextUtils.drawAlignedString(text, g2, (float) x, (float) y, anchor);
  }

  static double width(Graphics2D g2, ChartStyle style, String text, double scale) {
    Font font = font(style, scale);
    g2.setFont(font);
    return g2.getFontMetrics(font).getStringBounds(text, g2).getWidth();
  }

  /// The text, its end cut off where it is wider than that.
  static String fit(Graphics2D g2, ChartStyle style, String text, double room) {
    int length = text.length();
    String fitting = text;
    while (length > 1 && width(g2, style, fitting, 1) > room) {
      length--;
      fitting = text.substring(0, length).stripTrailing() + "…";
    }
    return fitting;
  }

  /// Words on marks stand on a ground of their own, so that they can be read.
  static void writeOnGround(
      Graphics2D g2,
      ChartStyle style,
      String text,
      double x,
      double y,
      TextAnchor anchor,
      Color color) {
    double width = width(g2, style, text, 1);
    double height = style.lineHeight();
    double from = anchor.isRight() ? x - width : anchor.isHorizontalCenter() ? x - width / 2 : x;
    double above = anchor.isBottom() ? y - height : anchor.isTop() ? y : y - height / 2;
    g2.setPaint(ChartStyle.ink(style.palette().panel(), 0.8));
    g2.fill(new Rectangle2D.Double(from - 1, above, width + 2, height));
    write(g2, style, text, x, y, anchor, color, 1);
  }
}
