package org.modescope.ui.chart.mates;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.mates.BatchGrid.Spot;

/// Rows of numbers: columns are their features.
final class NumberDrawing implements BatchDrawing {
  private final BatchFace face;
  private final Rectangle2D area;
  private final ChartStyle style;
  private final Shade shade;
  private final BatchGrid grid;
  private final double most;
  private final int named;

  NumberDrawing(Graphics2D g2, BatchFace face, Rectangle2D area, ChartStyle style) {
    this.face = face;
    this.area = area;
    this.style = style;
    shade = Shade.of(style);
    grid = BatchGrid.of(face, area, labels(g2) + 1.2 * style.lineHeight(), style.lineHeight());
    most = face.most();
    named = step();
  }

  private double labels(Graphics2D g2) {
    return Math.max(
        style.width(g2, style.say("mates.chart.mate", "mate", face.rows() - 1)),
        Math.max(
            style.width(g2, style.say("mates.chart.focus")),
            style.width(g2, style.say("mates.chart.row", "row", face.row()))));
  }

  /// Every so many-th mate is named, so that names have room.
  private int step() {
    int step = 1;
    while (step * grid.height() < 1.1 * style.lineHeight()) {
      step *= 2;
    }
    return step;
  }

  @Override
  public Optional<Spot> at(double x, double y) {
    return grid.at(x, y);
  }

  @Override
  public int matesDrawn() {
    return grid.mates();
  }

  @Override
  public void draw(Graphics2D g2, Optional<Spot> pointed) {
    drawHead(g2);
    drawFocus(g2);
    double line = style.lineHeight();
    if (face.rows() < 2) {
      return;
    }
    String mates = matesNamed();
    double middle = grid.top() - 0.9 * line;
    style.write(g2, mates, area.getX() + 2, middle, TextAnchor.CENTER_LEFT, style.palette().text());
    style.write(
        g2,
        pointed.map(this::readout).orElse(face.counted()),
        area.getMaxX(),
        middle,
        TextAnchor.CENTER_RIGHT,
        pointed.isPresent() ? style.palette().text() : style.palette().mutedText());
    for (int mate = 1; mate <= grid.mates(); mate++) {
      drawMate(g2, mate);
    }
    mark(g2);
    face.pair()
        .ifPresent(
            two ->
                new PairDrawing(two, face.row(), style, shade)
                    .draw(g2, area, grid.left(), grid.top() + grid.height() + 1.5 * line));
  }

  private String matesNamed() {
    int mates = face.rows() - 1;
    return grid.mates() < mates
        ? style.say("mates.chart.mates.some", "mates", mates, "drawn", grid.mates())
        : style.say("mates.chart.mates", "mates", mates);
  }

  private String readout(Spot spot) {
    return style.say(
        "mates.chart.readout",
        "mate",
        spot.row(),
        "place",
        spot.place(),
        "value",
        style.numbers().figure(face.at(spot.row(), spot.place())));
  }

  private void drawHead(Graphics2D g2) {
    double middle = area.getY() + 0.6 * style.lineHeight();
    style.write(
        g2,
        grid.stride() > 1
            ? style.say("mates.chart.feature.some", "stride", grid.stride())
            : style.say("mates.chart.feature"),
        area.getX() + 2,
        middle,
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
    double widest = style.width(g2, style.numbers().count(face.width())) + style.gap();
    int step = (int) Math.max(1, Math.ceil(widest / grid.column()));
    for (int at = 0; at < grid.columns(); at += step) {
      style.write(
          g2,
          style.numbers().count((long) at * grid.stride()),
          grid.x(at) + grid.column() / 2,
          middle,
          TextAnchor.CENTER,
          style.palette().mutedText());
    }
  }

  private void drawFocus(Graphics2D g2) {
    double line = style.lineHeight();
    RoundRectangle2D frame =
        new RoundRectangle2D.Double(
            area.getX() + 1,
            grid.focusTop() - 0.3 * line,
            area.getWidth() - 2,
            grid.focusHeight() + 0.6 * line,
            line,
            line);
    g2.setPaint(ChartStyle.ink(style.palette().grid()));
    g2.fill(frame);
    for (int at = 0; at < grid.columns(); at++) {
      drawCell(g2, 0, at, style.thickness(1));
    }
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(style.thickness(1.6)));
    g2.draw(frame);
    double x = area.getX() + 0.6 * line;
    double middle = grid.focusTop() + grid.focusHeight() / 2;
    style.write(
        g2,
        style.say("mates.chart.row", "row", face.row()),
        x,
        middle - 0.45 * line,
        TextAnchor.CENTER_LEFT,
        style.palette().text());
    style.write(
        g2,
        style.say("mates.chart.focus"),
        x,
        middle + 0.5 * line,
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
  }

  private void drawMate(Graphics2D g2, int mate) {
    double line = style.lineHeight();
    boolean isMarked = mate == face.marked();
    boolean isNamed = (mate - 1) % named == 0;
    boolean hasRoom = Math.abs(mate - face.marked()) * grid.height() >= line;
    if (isMarked || (isNamed && hasRoom)) {
      style.write(
          g2,
          face.rows() == 2
              ? style.say("mates.chart.only-mate")
              : style.say("mates.chart.mate", "mate", mate),
          grid.left() - style.gap(),
          grid.y(mate) + grid.height() / 2,
          TextAnchor.CENTER_RIGHT,
          isMarked ? style.palette().text() : style.palette().mutedText());
    }
    for (int at = 0; at < grid.columns(); at++) {
      drawCell(g2, mate, at, grid.height() > 6 ? 1 : 0.3);
    }
  }

  private void drawCell(Graphics2D g2, int batchRow, int at, double air) {
    Rectangle2D cell = grid.cell(batchRow, at);
    float value = face.at(batchRow, at * grid.stride());
    double sideAir = cell.getWidth() > 6 ? 1 : 0;
    g2.setPaint(shade.of(value, most));
    g2.fill(
        new RoundRectangle2D.Double(
            cell.getX() + sideAir,
            cell.getY() + air / 2,
            cell.getWidth() - 2 * sideAir,
            cell.getHeight() - air,
            sideAir * 4,
            sideAir * 4));
    if (isWritten(g2, cell, batchRow)) {
      String written = written(value);
      g2.setPaint(shade.inkOn(value, most, style));
      g2.setFont(style.font());
      TextUtils.drawAlignedString(
          written, g2, (float) cell.getCenterX(), (float) cell.getCenterY(), TextAnchor.CENTER);
    }
  }

  /// All numbers of a row are written or none.
  private boolean isWritten(Graphics2D g2, Rectangle2D cell, int batchRow) {
    double widest = 0;
    for (int at = 0; at < grid.columns() && cell.getHeight() >= 1.4 * style.lineHeight(); at++) {
      widest = Math.max(widest, style.width(g2, written(face.at(batchRow, at * grid.stride()))));
    }
    return widest > 0 && widest < cell.getWidth();
  }

  private String written(float value) {
    return style.numbers().fixed(Math.abs(value) < 0.05 ? 0 : value, 1);
  }

  /// The selected mate in a dashed frame, solid once it was changed, and its number in another.
  private void mark(Graphics2D g2) {
    if (face.marked() < 1 || face.marked() > grid.mates()) {
      return;
    }
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    float width = (float) style.thickness(1.5);
    g2.setStroke(
        face.isChanged()
            ? ChartStyle.solid(width)
            : new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 3}, 0));
    Rectangle2D first = grid.cell(face.marked(), 0);
    g2.draw(
        new Rectangle2D.Double(
            first.getX(), first.getY(), grid.columns() * grid.column(), grid.height()));
    g2.setStroke(ChartStyle.solid(width));
    g2.draw(grid.cell(face.marked(), Math.min(face.place(), face.width() - 1) / grid.stride()));
  }
}
