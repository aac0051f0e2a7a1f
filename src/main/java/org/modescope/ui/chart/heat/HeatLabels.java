package org.modescope.ui.chart.heat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartStyle;

/// The numbers of rows and columns beside a heat map, and below it what colours mean and which part
/// is shown.
record HeatLabels(
    HeatSheet sheet, HeatWindow window, Graphics2D g2, ChartStyle style, Rectangle2D area) {
  private static final double RAMP_EM = 6;

  /// A swatch and the gap behind it.
  private static final double SWATCH = 14;

  /// Rows and columns of one table; of several, the first table's number.
  ///
  /// @param framed the column whose number stands there already
  void beside(HeatLayout layout, OptionalInt framed) {
    ChartPalette palette = style.palette();
    double left = layout.left();
    double top = layout.top();
    double width = layout.tileWidth();
    double height = layout.tileHeight();
    if (window.tiles() > 1 && layout.across() > 1) {
      style.write(
          g2,
          style.say("chart.heat.maps", "first", window.firstTile()),
          left,
          top - 3,
          TextAnchor.BOTTOM_LEFT,
          palette.mutedText());
      return;
    }
    double down = height / window.rows();
    for (int row = 0; row < window.rows(); row += step(window.rows(), down, style.lineHeight())) {
      style.write(
          g2,
          style.numbers().count(window.firstRow() + row),
          left - 4,
          top + (row + 0.5) * down,
          TextAnchor.CENTER_RIGHT,
          palette.mutedText());
    }
    double right = width / window.columns();
    int last = window.firstColumn() + window.columns() - 1;
    double needed = style.width(g2, style.numbers().count(last)) + style.gap();
    for (int column = 0;
        column < window.columns();
        column += step(window.columns(), right, needed)) {
      int from = window.firstColumn() + column;
      if (framed.isPresent() && Math.abs(framed.getAsInt() - from) * right < needed) {
        continue;
      }
      style.write(
          g2,
          style.numbers().count(from),
          left + (column + 0.5) * right,
          top - 4,
          TextAnchor.BOTTOM_CENTER,
          palette.mutedText());
    }
  }

  /// Every fifth number, or fewer where they have no room.
  private static int step(int count, double size, double needed) {
    int step = count <= 8 && size >= needed ? 1 : 5;
    while (step * size < needed && step < count) {
      step *= 2;
    }
    return step;
  }

  /// What colours mean, and what is left out.
  void foot(HeatLook look, double limit, Color[] ramp, double left) {
    double line = style.lineHeight();
    double y = area.getMaxY() - line / 2 - (window.isPart(sheet) ? line : 0);
    switch (look.kind()) {
      case VALUES -> values(limit, ramp, left, y);
      case MASK -> factors(limit, ramp[ramp.length / 2], left, y);
    }
    if (window.isPart(sheet)) {
      String part = style.fit(g2, part(), area.getMaxX() - area.getX());
      style.write(
          g2,
          part,
          area.getX(),
          area.getMaxY() - line / 2,
          TextAnchor.CENTER_LEFT,
          style.palette().mutedText());
    }
  }

  private void values(double limit, Color[] ramp, double left, double y) {
    String low = style.numbers().plain(-limit);
    double from = left + style.width(g2, low) + style.gap();
    double width = Math.min(RAMP_EM * style.lineHeight(), (area.getMaxX() - from) / 2);
    double step = width / ramp.length;
    style.write(g2, low, left, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
    for (int i = 0; i < ramp.length; i++) {
      g2.setPaint(ramp[i]);
      g2.fill(new Rectangle2D.Double(from + i * step, y - 4, step + 0.4, 8));
    }
    style.write(
        g2,
        "+" + style.numbers().plain(limit),
        from + width + style.gap(),
        y,
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
  }

  /// What is kept and what is not; by the factors alone where words have no room.
  private void factors(double limit, Color zeroed, double left, double y) {
    String factor = style.numbers().plain(limit);
    String kept = style.say("chart.heat.kept", "factor", factor);
    String lost = style.say("chart.heat.zeroed");
    if (behind(left, kept) + SWATCH + style.width(g2, lost) > area.getMaxX()) {
      kept = style.say("chart.heat.factor", "factor", factor);
      lost = style.say("chart.heat.factor", "factor", style.numbers().plain(0));
    }
    factor(ChartStyle.ink(style.palette().mask()), kept, left, y);
    factor(zeroed, lost, behind(left, kept), y);
  }

  /// Where the next factor stands.
  private double behind(double left, String said) {
    return left + SWATCH + style.width(g2, said) + style.lineHeight();
  }

  private void factor(Color color, String said, double x, double y) {
    swatch(color, x, y);
    style.write(g2, said, x + SWATCH, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
  }

  private void swatch(Color color, double x, double y) {
    Rectangle2D swatch = new Rectangle2D.Double(x, y - 5, 10, 10);
    g2.setPaint(color);
    g2.fill(swatch);
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(ChartStyle.solid(1));
    g2.draw(swatch);
  }

  private String part() {
    List<String> parts = new ArrayList<>();
    add(parts, "maps", window.firstTile(), window.tiles(), sheet.tiles(), 1);
    add(parts, "rows", window.firstRow(), window.rows(), sheet.rows(), window.rowStep());
    add(
        parts,
        "columns",
        window.firstColumn(),
        window.columns(),
        sheet.columns(),
        window.columnStep());
    return style.say("chart.heat.part", "parts", String.join(", ", parts));
  }

  private void add(List<String> parts, String what, int first, int shown, int all, int step) {
    if (shown < all) {
      parts.add(
          style.say(
              "chart.heat.part." + what, "first", first, "last", first + shown - 1, "all", all));
    } else if (step > 1) {
      parts.add(style.say("chart.heat.part.every", "step", step, "all", all));
    }
  }
}
