package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.WrappedText;

/// Two rows after they were normalised by each other: +1 for the larger and −1 for the smaller,
/// channel by channel.
record PairDrawing(BatchFace.Two two, int row, ChartStyle style, Shade shade) {

  void draw(Graphics2D g2, Rectangle2D area, double left, double top) {
    double line = style.lineHeight();
    style.write(
        g2,
        style.fit(g2, two.title(), area.getWidth()),
        area.getX() + 2,
        top + line / 2,
        TextAnchor.CENTER_LEFT,
        style.palette().text());
    double height = 1.9 * line;
    drawRow(
        g2, area, left, top + 1.4 * line, style.say("mates.chart.row", "row", row), two.focus());
    drawRow(
        g2, area, left, top + 1.6 * line + height, style.say("mates.chart.only-mate"), two.mate());
    double below = top + 2.3 * line + 2 * height;
    double end = drawBelow(g2, area, below, two.sentence()) + line;
    if (!two.alone().isEmpty()) {
      end = drawBelow(g2, area, end, two.alone()) + 0.4 * line;
      drawRefused(g2, area, end);
    }
  }

  /// Returns where the text ends.
  private double drawBelow(Graphics2D g2, Rectangle2D area, double top, String words) {
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    return top + WrappedText.drawAtTopLeft(g2, style, rest(area, top, 0), words);
  }

  private void drawRefused(Graphics2D g2, Rectangle2D area, double top) {
    double line = style.lineHeight();
    double height = 2.9 * line;
    if (top + height > area.getMaxY()) {
      return;
    }
    g2.setPaint(shade.problemSoft());
    g2.fill(new RoundRectangle2D.Double(area.getX(), top, area.getWidth(), height, line, line));
    g2.setPaint(shade.problem());
    WrappedText.drawAtTopLeft(g2, style, rest(area, top + 0.45 * line, 0.7 * line), two.refused());
  }

  private static Rectangle2D rest(Rectangle2D area, double top, double air) {
    return new Rectangle2D.Double(
        area.getX() + air,
        top,
        Math.max(1, area.getWidth() - 2 * air),
        Math.max(0, area.getMaxY() - top));
  }

  private void drawRow(
      Graphics2D g2, Rectangle2D area, double left, double top, String name, float[] values) {
    double height = 1.8 * style.lineHeight();
    double width = (area.getMaxX() - 0.4 * style.lineHeight() - left) / values.length;
    style.write(
        g2,
        name,
        left - style.gap(),
        top + height / 2,
        TextAnchor.CENTER_RIGHT,
        style.palette().mutedText());
    for (int i = 0; i < values.length; i++) {
      double air = width > 4 ? 0.7 : 0;
      g2.setPaint(shade.of(values[i], 1.25));
      g2.fill(
          new RoundRectangle2D.Double(
              left + i * width + air, top, width - 2 * air, height, 4 * air, 4 * air));
      String written = written(values[i]);
      if (style.width(g2, written) + 1 < width) {
        g2.setPaint(shade.inkOn(values[i], 1.25, style));
        g2.setFont(style.font());
        TextUtils.drawAlignedString(
            written,
            g2,
            (float) (left + (i + 0.5) * width),
            (float) (top + height / 2),
            TextAnchor.CENTER);
      }
    }
  }

  /// A sign is enough where the value is 1 to the eye.
  private String written(float value) {
    int decimals = Math.abs(value) >= 0.95 ? 0 : 1;
    return (value > 0 ? "+" : "") + style.numbers().fixed(value, decimals);
  }
}
