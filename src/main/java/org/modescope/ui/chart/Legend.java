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
  public double height(Graphics2D g2, Look look, double width) {
    return lines(g2, look, width).size() * look.lineHeight();
  }

  /// Draws every entry, from the left, line by line.
  public void draw(Graphics2D g2, Look look, Rectangle2D area) {
    double y = area.getY();
    for (List<Entry> line : lines(g2, look, area.getWidth())) {
      drawLine(g2, look, line, area.getX(), y);
      y += look.lineHeight();
    }
  }

  /// Draws on one line, ending at the right, as many entries as fit, the most important first.
  public void drawFlushRight(Graphics2D g2, Look look, Rectangle2D area) {
    List<List<Entry>> lines = lines(g2, look, area.getWidth());
    if (!lines.isEmpty() && width(g2, look, lines.getFirst()) <= area.getWidth()) {
      double x = area.getMaxX() - width(g2, look, lines.getFirst());
      drawLine(g2, look, lines.getFirst(), x, area.getY());
    }
  }

  private List<List<Entry>> lines(Graphics2D g2, Look look, double width) {
    List<List<Entry>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      double needed = width(g2, look, entry);
      if (used + needed > width) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.getLast().add(entry);
      used += needed + spacing(look);
    }
    return lines;
  }

  private static void drawLine(
      Graphics2D g2, Look look, List<Entry> line, double left, double top) {
    double size = swatchSize(look);
    double x = left;
    double middle = top + look.lineHeight() / 2;
    for (Entry entry : line) {
      entry.swatch().draw(g2, new Rectangle2D.Double(x, middle - size / 2, size, size));
      look.write(
          g2,
          entry.text(),
          x + size + look.gap(),
          middle,
          TextAnchor.CENTER_LEFT,
          look.palette().mutedText());
      x += width(g2, look, entry) + spacing(look);
    }
  }

  private static double width(Graphics2D g2, Look look, List<Entry> line) {
    double width = spacing(look) * (line.size() - 1);
    for (Entry entry : line) {
      width += width(g2, look, entry);
    }
    return width;
  }

  private static double width(Graphics2D g2, Look look, Entry entry) {
    return swatchSize(look) + look.gap() + look.width(g2, entry.text());
  }

  private static double swatchSize(Look look) {
    return Math.round(look.lineHeight() * 0.62);
  }

  private static double spacing(Look look) {
    return look.lineHeight();
  }
}
