package org.modescope.ui.chart.layer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.WrappedText;
import org.modescope.ui.chart.layer.NormScene.Chip;

/// What is kept for backward: filled where it is there only for that, dashed and hollow where it is
/// there anyway.
record KeptChips(NormScene scene, Columns columns, Graphics2D g2, ChartStyle style, double top) {
  private static final double TO_COME = 0.5;

  void draw() {
    double left = columns.left(scene.keptStage()) + 6;
    double width = columns.width(scene.keptStage()) - 14;
    double height = 2.7 * style.lineHeight();
    double y = top;
    double room = columns.area().getMaxY() - 4 * style.lineHeight();
    int shown = 0;
    for (Chip chip : scene.kept().chips()) {
      if (y + height > room) {
        break;
      }
      draw(chip, new RoundRectangle2D.Double(left, y, width, height, 12, 12));
      y += height + 0.5 * style.lineHeight();
      shown++;
    }
    int missing = scene.kept().chips().size() - shown;
    String note =
        missing == 0
            ? scene.kept().note()
            : style.say("chart.layer.kept.more", "count", missing) + " " + scene.kept().note();
    WrappedText.drawAtTop(
        g2, style, new Rectangle2D.Double(left, y + 4, width, columns.area().getMaxY() - y), note);
  }

  private void draw(Chip chip, RoundRectangle2D frame) {
    double opacity = scene.current() >= scene.keptStage() ? 1 : TO_COME;
    Color kind = ChartStyle.ink(style.palette().of(chip.kind()), opacity);
    g2.setPaint(kind);
    g2.setStroke(chip.isExtra() ? ChartStyle.solid(1.5) : ChartStyle.dashed(1.4));
    g2.draw(frame);
    double line = style.lineHeight();
    Rectangle2D bar =
        new Rectangle2D.Double(frame.getX() + 8, frame.getY() + 8, 7, frame.getHeight() - 16);
    if (chip.isExtra()) {
      g2.fill(bar);
    } else {
      g2.setStroke(ChartStyle.solid(1.3));
      g2.draw(bar);
    }
    double x = frame.getX() + 19;
    double room = frame.getMaxX() - 6 - x;
    double bytes = style.width(g2, chip.bytes());
    // Where both do not fit side by side, the name comes first and the size below it.
    boolean isNarrow = style.width(g2, chip.name()) + bytes + 6 > room;
    List<String> name =
        isNarrow
            ? Broken.lines(chip.name(), room, part -> style.width(g2, part))
            : List.of(chip.name());
    write(style.fit(g2, name.getFirst(), room), x, frame, 0, style.palette().text());
    style.write(
        g2,
        chip.bytes(),
        frame.getMaxX() - 6,
        frame.getY() + (isNarrow ? 1.9 : 0.85) * line,
        TextAnchor.CENTER_RIGHT,
        style.palette().text());
    double left = isNarrow ? room - bytes - 4 : room;
    if (name.size() > 1) {
      write(style.fit(g2, name.getLast(), left), x, frame, 1, style.palette().text());
    } else if (style.width(g2, chip.detail()) <= left) {
      write(chip.detail(), x, frame, 1, style.palette().mutedText());
    }
  }

  private void write(
      String text, double x, RoundRectangle2D frame, int below, javafx.scene.paint.Color color) {
    double y = frame.getY() + (0.85 + 1.05 * below) * style.lineHeight();
    style.write(g2, text, x, y, TextAnchor.CENTER_LEFT, color);
  }
}
