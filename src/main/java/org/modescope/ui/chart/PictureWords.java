package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.TextAnchor;

/// What stands around a chart that leaves the window as a picture, where no card says it.
///
/// @param title what the chart is of
/// @param context what was measured; may be empty
/// @param headline the one value to read from across the room; may be empty
/// @param sentence what the numbers say; may be empty
public record PictureWords(String title, String context, String headline, String sentence) {

  /// Writes the words above and below, and returns what is left of the area between them.
  Rectangle2D draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double top = 1.6 * style.lineHeight();
    drawTitle(g2, style, area, area.getY() + top / 2);
    double bottom =
        sentence.isEmpty() ? 0 : WrappedText.drawAtBottom(g2, style, area, sentence) + style.gap();
    return new Rectangle2D.Double(
        area.getX(),
        area.getY() + top + style.gap(),
        area.getWidth(),
        Math.max(0, area.getHeight() - top - style.gap() - bottom));
  }

  private void drawTitle(Graphics2D g2, ChartStyle style, Rectangle2D area, double middle) {
    ChartPalette palette = style.palette();
    double headlineWidth = style.titleWidth(g2, headline);
    style.writeTitle(g2, title, area.getX() + 2, middle, TextAnchor.CENTER_LEFT);
    style.writeTitle(g2, headline, area.getMaxX(), middle, TextAnchor.CENTER_RIGHT);
    double left = area.getX() + 2 + style.titleWidth(g2, title) + style.lineHeight();
    double room = area.getMaxX() - headlineWidth - style.lineHeight() - left;
    style.write(
        g2,
        style.fit(g2, context, Math.max(0, room)),
        left,
        middle,
        TextAnchor.CENTER_LEFT,
        palette.mutedText());
  }
}
