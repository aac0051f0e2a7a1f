package org.modescope.ui.chart.cells;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.WrappedText;
import org.modescope.ui.chart.cells.PaperCell.PaperAnswer;
import org.modescope.words.Text;

/// Draws one cell: its code, the half that the mode is to decide with two pictures, the half that
/// the grad mode is to decide with one, and how far it is from the first.
record PaperCellMark(Text text, ChartStyle style, CommonScale common, PaperCell cell) {
  private static final double SOFT = 0.12;
  private static final double LEFT = 0.62;
  private static final double UPPER = 0.46;
  private static final double PAD = 8;
  private static final double BAR = 14;

  void draw(Graphics2D g2, Rectangle2D box) {
    double line = 1.7 * style.lineHeight();
    Rectangle2D body =
        new Rectangle2D.Double(
            box.getX(), box.getY() + line, box.getWidth(), box.getHeight() - 2 * line);
    Color ink = style.palette().mutedText();
    String code = style.fit(g2, cell.code(), box.getWidth() - 2 * PAD);
    style.write(g2, code, box.getX() + PAD, box.getY() + line / 2, TextAnchor.CENTER_LEFT, ink);
    if (cell.refusal().isEmpty()) {
      drawHalves(g2, body);
    } else {
      fill(g2, body, style.palette().mask());
      words(g2, inside(body), text.say("cells.refused") + "  " + cell.refusal());
    }
    String apart = style.fit(g2, cell.apart(), box.getWidth() - 2 * PAD);
    style.write(g2, apart, box.getX() + PAD, box.getMaxY() - line / 2, TextAnchor.CENTER_LEFT, ink);
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(ChartStyle.solid(1));
    g2.draw(box);
  }

  private void drawHalves(Graphics2D g2, Rectangle2D body) {
    double split = body.getX() + LEFT * body.getWidth();
    Rectangle2D left = from(body, body.getX(), split);
    Rectangle2D right = from(body, split, body.getMaxX());
    fill(g2, left, style.palette().of(cell.mode()));
    fill(g2, right, cell.records() ? style.palette().grad() : style.palette().mutedText());
    for (int part = 0; part < 2; part++) {
      Rectangle2D here = part(left, part);
      drawAnswer(g2, inside(here), cell.left().get(part), 0);
      boolean isPictured = part == 0;
      drawAnswer(g2, inside(part(right, part)), cell.right().get(part), isPictured ? BAR : 0);
    }
    drawPictures(g2, left, right);
  }

  private void drawPictures(Graphics2D g2, Rectangle2D left, Rectangle2D right) {
    Optional<Cell> measured = cell.measured();
    DotsPicture dots = new DotsPicture(text);
    dots.show(measured.map(Cell::seen).flatMap(Observation::output), common, cell.mode());
    dots.drawInto(g2, style, beside(part(left, 0)));
    LinesPicture lines = new LinesPicture(text);
    lines.show(
        measured.flatMap(each -> CommonScale.traced(each, common.layer())), common, cell.mode());
    lines.drawInto(g2, style, beside(part(left, 1)));
    BytesPicture bytes = new BytesPicture(text);
    bytes.show(
        measured.map(Cell::seen).flatMap(Observation::memory).filter(_ -> common.mostBytes() > 0),
        common);
    Rectangle2D under = inside(part(right, 0));
    bytes.drawInto(
        g2,
        style,
        new Rectangle2D.Double(
            under.getX(), under.getY() + 3.45 * style.lineHeight(), under.getWidth(), BAR));
  }

  private void drawAnswer(Graphics2D g2, Rectangle2D area, PaperAnswer answer, double picture) {
    double line = style.lineHeight();
    Color tone = answer.tone().apply(style.palette());
    double y = area.getY() + line / 2;
    style.write(
        g2, answer.question(), area.getX(), y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
    write(
        g2,
        style.titleFont(),
        answer.word(),
        area.getX(),
        y + 1.15 * line,
        TextAnchor.CENTER_LEFT,
        tone);
    style.write(g2, answer.figure(), area.getX(), y + 2.25 * line, TextAnchor.CENTER_LEFT, tone);
    double used = (answer.figure().isEmpty() ? 2.4 : 3.3) * line + 1.6 * picture;
    words(
        g2,
        new Rectangle2D.Double(
            area.getX() - 2,
            area.getY() + used,
            area.getWidth(),
            Math.max(0, area.getHeight() - used)),
        answer.below());
  }

  private void words(Graphics2D g2, Rectangle2D area, String words) {
    if (!words.isEmpty()) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
      WrappedText.drawAtTopLeft(g2, style, area, words);
    }
  }

  private static void fill(Graphics2D g2, Rectangle2D area, Color color) {
    g2.setPaint(ChartStyle.ink(color, SOFT));
    g2.fill(area);
  }

  static void write(
      Graphics2D g2, Font font, String words, double x, double y, TextAnchor anchor, Color color) {
    g2.setFont(font);
    g2.setPaint(ChartStyle.ink(color));
    TextUtils.drawAlignedString(words, g2, (float) x, (float) y, anchor);
  }

  private static Rectangle2D from(Rectangle2D body, double left, double right) {
    return new Rectangle2D.Double(left, body.getY(), right - left, body.getHeight());
  }

  private static Rectangle2D part(Rectangle2D half, int part) {
    double upper = UPPER * half.getHeight();
    return new Rectangle2D.Double(
        half.getX(),
        half.getY() + part * upper,
        half.getWidth(),
        part == 0 ? upper : half.getHeight() - upper);
  }

  private static Rectangle2D inside(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() + PAD,
        area.getY() + PAD / 2,
        area.getWidth() - 2 * PAD,
        area.getHeight() - PAD);
  }

  /// Right of an answer's words.
  private static Rectangle2D beside(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() + 0.46 * area.getWidth(),
        area.getY() + PAD,
        0.5 * area.getWidth(),
        area.getHeight() - 2 * PAD);
  }
}
