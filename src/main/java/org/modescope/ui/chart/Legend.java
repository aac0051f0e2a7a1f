package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;

/// What the marks of a chart mean, on as many lines as it takes.
///
/// @param entries in order of importance
public record Legend(List<Entry> entries) {

  public Legend {
    entries = List.copyOf(entries);
  }

  /// A mark in small and its meaning.
  public record Entry(String text, Swatch swatch) {}

  /// Draws a mark in small.
  @FunctionalInterface
  public interface Swatch {
    void draw(Graphics2D g2, Rectangle2D square);
  }

  /// The height that the legend takes at a width.
  public double height(Graphics2D g2, ChartStyle style, double width) {
    return lines(g2, style, width).size() * style.lineHeight();
  }

  /// Draws entries from the left, line by line, as many lines as have room.
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double y = area.getY();
    for (List<Entry> line : lines(g2, style, area.getWidth())) {
      if (y + style.lineHeight() > area.getMaxY() + 1) {
        return;
      }
      drawLine(g2, style, line, area.getX(), y);
      y += style.lineHeight();
    }
  }

  /// Draws on one line, ending at the right, as many entries as fit, the most important first.
  public void drawFlushRight(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    List<List<Entry>> lines = lines(g2, style, area.getWidth());
    if (!lines.isEmpty() && width(g2, style, lines.getFirst()) <= area.getWidth()) {
      double x = area.getMaxX() - width(g2, style, lines.getFirst());
      drawLine(g2, style, lines.getFirst(), x, area.getY());
    }
  }

  /// Whether there is a legend, and not even its first entry fits.
  boolean isTooWide(Graphics2D g2, ChartStyle style, double width) {
    return !entries.isEmpty() && width(g2, style, entries.getFirst()) > width;
  }

  private List<List<Entry>> lines(Graphics2D g2, ChartStyle style, double width) {
    List<List<Entry>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      double needed = width(g2, style, entry);
      if (used + needed > width) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.getLast().add(entry);
      used += needed + spacing(style);
    }
    return lines;
  }

  private static void drawLine(
      Graphics2D g2, ChartStyle style, List<Entry> line, double left, double top) {
    double size = swatchSize(style);
    double x = left;
    double middle = top + style.lineHeight() / 2;
    for (Entry entry : line) {
      entry.swatch().draw(g2, new Rectangle2D.Double(x, middle - size / 2, size, size));
      style.write(
          g2,
          entry.text(),
          x + size + style.gap(),
          middle,
          TextAnchor.CENTER_LEFT,
          style.palette().mutedText());
      double begin = x + size + style.gap();
      style.painted(
          entry.text(),
          new Rectangle2D.Double(begin, top, style.width(g2, entry.text()), style.lineHeight()));
      x += width(g2, style, entry) + spacing(style);
    }
  }

  private static double width(Graphics2D g2, ChartStyle style, List<Entry> line) {
    double width = spacing(style) * (line.size() - 1);
    for (Entry entry : line) {
      width += width(g2, style, entry);
    }
    return width;
  }

  private static double width(Graphics2D g2, ChartStyle style, Entry entry) {
    return swatchSize(style) + style.gap() + style.width(g2, entry.text());
  }

  private static double swatchSize(ChartStyle style) {
    return Math.round(style.lineHeight() * 0.62);
  }

  private static double spacing(ChartStyle style) {
    return style.lineHeight();
  }
}
