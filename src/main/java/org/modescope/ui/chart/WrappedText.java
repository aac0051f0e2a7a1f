package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/// A sentence drawn in a chart, such as why it is empty, broken into lines that fit.
public final class WrappedText {
  private WrappedText() {}

  /// Writes the text in the middle of an area.
  public static void drawCentred(Graphics2D g2, ChartStyle style, Rectangle2D area, String text) {
    List<String> lines = lines(g2, style, area.getWidth() * 0.8, text);
    double top = area.getCenterY() - lines.size() * style.lineHeight() / 2;
    draw(g2, style, area, lines, top);
  }

  /// Writes the text at the top of an area and returns the height that it took.
  public static double drawAtTop(Graphics2D g2, ChartStyle style, Rectangle2D area, String text) {
    List<String> lines = lines(g2, style, area.getWidth() * 0.9, text);
    draw(g2, style, area, lines, area.getY());
    return lines.size() * style.lineHeight();
  }

  /// Writes the text at the top of an area, from its left, as many lines as have room, in the paint
  /// that is set; returns the height that it took.
  public static double drawAtTopLeft(
      Graphics2D g2, ChartStyle style, Rectangle2D area, String text) {
    double y = area.getY() + style.lineHeight() / 2;
    for (String line : lines(g2, style, area.getWidth(), text)) {
      if (y + style.lineHeight() / 2 > area.getMaxY() + 1) {
        break;
      }
      g2.setFont(style.font());
      TextUtils.drawAlignedString(
          line, g2, (float) area.getX() + 2, (float) y, TextAnchor.CENTER_LEFT);
      y += style.lineHeight();
    }
    return y - style.lineHeight() / 2 - area.getY();
  }

  /// Writes the text at the bottom of an area, from its left, and returns the height that it took.
  public static double drawAtBottom(
      Graphics2D g2, ChartStyle style, Rectangle2D area, String text) {
    List<String> lines = lines(g2, style, area.getWidth(), text);
    double height = lines.size() * style.lineHeight();
    double y = area.getMaxY() - height + style.lineHeight() / 2;
    for (String line : lines) {
      style.write(
          g2, line, area.getX() + 2, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
      y += style.lineHeight();
    }
    return height;
  }

  private static void draw(
      Graphics2D g2, ChartStyle style, Rectangle2D area, List<String> lines, double top) {
    double y = top + style.lineHeight() / 2;
    for (String line : lines) {
      style.write(g2, line, area.getCenterX(), y, TextAnchor.CENTER, style.palette().mutedText());
      y += style.lineHeight();
    }
  }

  private static List<String> lines(Graphics2D g2, ChartStyle style, double width, String text) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && style.width(g2, longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
