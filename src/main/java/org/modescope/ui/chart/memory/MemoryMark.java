package org.modescope.ui.chart.memory;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Hatching;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Draws one bar per layer, its segments in the colours of their kinds, and the bytes at its end.
final class MemoryMark implements Mark {
  private static final double THICKEST = 26;

  /// How far A's frame lies around B's bar.
  private static final double FRAME = 2;

  /// Thinner ones are drawn as wide as this.
  static final double THINNEST_SEGMENT = 2;

  private final List<MemoryRow> rows;
  private final Filling filling;
  private final ChartStyle style;
  private final MemoryWords words;
  private final List<Drawn> drawn = new ArrayList<>();

  /// How segments that count are drawn.
  enum Filling {
    /// In full colour: they are kept.
    SOLID,
    /// In outline: they would be kept.
    OUTLINE
  }

  /// Where a segment lies, for whoever points at it.
  record Drawn(Rectangle2D box, MemorySegment segment) {}

  private final Map<String, Long> beside;

  /// @param beside what counts of the run that is pinned as A, by layer
  MemoryMark(
      List<MemoryRow> rows,
      Filling filling,
      ChartStyle style,
      MemoryWords words,
      Map<String, Long> beside) {
    this.rows = List.copyOf(rows);
    this.filling = filling;
    this.style = style;
    this.words = words;
    this.beside = beside;
  }

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    for (int index = 0; index < rows.size(); index++) {
      double slot = Math.abs(scale.y(1) - scale.y(0));
      double height = Math.min(THICKEST, Math.rint(0.68 * slot));
      double end = drawBeside(g2, scale, rows.get(index), scale.y(index), height);
      drawRow(g2, scale, rows.get(index), end, scale.y(index), height);
    }
  }

  /// A hollow frame as long as A's bar, around B's, and where it ends.
  private double drawBeside(
      Graphics2D g2, Scale scale, MemoryRow row, double middle, double height) {
    long counted = beside.getOrDefault(row.layer(), 0L);
    if (counted == 0) {
      return scale.x(0);
    }
    double width = Math.max(THINNEST_SEGMENT, scale.x((double) counted) - scale.x(0));
    Rectangle2D frame =
        new Rectangle2D.Double(
            scale.x(0) - FRAME,
            Math.rint(middle - height / 2) - FRAME,
            width + 2 * FRAME,
            height + 2 * FRAME);
    Hatching.outline(
        g2,
        new RoundRectangle2D.Double(
            frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight(), 5, 5),
        ChartStyle.ink(style.palette().mutedText()));
    return frame.getMaxX();
  }

  private void drawRow(
      Graphics2D g2, Scale scale, MemoryRow row, double besideEnd, double middle, double height) {
    double bytes = 0;
    double end = scale.x(0);
    for (MemorySegment segment : row.segments()) {
      double left = Math.max(end, scale.x(bytes));
      bytes += segment.bytes();
      double width = Math.max(THINNEST_SEGMENT, scale.x(bytes) - left - 1);
      Rectangle2D box = new Rectangle2D.Double(left, Math.rint(middle - height / 2), width, height);
      drawSegment(g2, box, segment);
      drawn.add(new Drawn(box, segment));
      end = left + width + 1;
    }
    String text = label(row);
    // Thin segments are drawn wider than they are; the number must not be pushed off the edge.
    double rightmost = scale.area().getMaxX() - style.width(g2, text) - 1;
    style.write(
        g2,
        text,
        Math.max(
            scale.area().getX() + style.gap(),
            Math.min(Math.max(end, besideEnd) + style.gap(), rightmost)),
        middle,
        TextAnchor.CENTER_LEFT,
        filling == Filling.SOLID && row.counted() > 0
            ? style.palette().text()
            : style.palette().mutedText());
  }

  private String label(MemoryRow row) {
    return beside.isEmpty() || row.layer().isEmpty()
        ? words.bytes(row)
        : words.beside(row, beside.getOrDefault(row.layer(), 0L));
  }

  private void drawSegment(Graphics2D g2, Rectangle2D box, MemorySegment segment) {
    Color color = ChartStyle.ink(style.palette().of(segment.kind()));
    double corner = Math.min(5, box.getWidth());
    RoundRectangle2D rounded =
        new RoundRectangle2D.Double(
            box.getX(), box.getY(), box.getWidth(), box.getHeight(), corner, corner);
    switch (segment.standing()) {
      case ALIAS -> Hatching.draw(g2, rounded, color);
      case ANYWAY -> Hatching.dashedOutline(g2, rounded, color);
      case COUNTED -> {
        boolean isSolid = filling == Filling.SOLID;
        g2.setPaint(isSolid ? color : ChartStyle.ink(style.palette().of(segment.kind()), 0.12));
        g2.fill(rounded);
        if (!isSolid) {
          Hatching.outline(g2, rounded, color);
        }
      }
    }
  }

  /// Every segment as drawn.
  List<Drawn> drawn() {
    return List.copyOf(drawn);
  }
}
