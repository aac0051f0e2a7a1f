package org.modescope.ui.chart.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Bytes as stairs on bands of validation.
///
/// @param pointed the moment that is read out
record HeldMark(HeldFace face, OptionalInt pointed, ChartStyle style) implements Mark {

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    drawBands(g2, scale);
    if (pointed.isPresent()) {
      double x = scale.x(face.stops().x().applyAsDouble(pointed.getAsInt()));
      g2.setPaint(ChartStyle.ink(style.palette().line()));
      g2.setStroke(ChartStyle.solid(1.4));
      g2.draw(new Line2D.Double(x, scale.area().getY(), x, scale.area().getMaxY()));
    }
    Path2D stairs = stairs(scale);
    Path2D filled = new Path2D.Double(stairs);
    filled.lineTo(scale.x(face.count()), scale.y(0));
    filled.lineTo(scale.x(0), scale.y(0));
    filled.closePath();
    g2.setPaint(ChartStyle.ink(style.palette().activation(), 0.22));
    g2.fill(filled);
    if (face.oneGraph() > 0 && !face.words().one().isEmpty()) {
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.dashed(style.thickness(1.4)));
      double y = scale.y((double) face.oneGraph());
      g2.draw(new Line2D.Double(scale.area().getX(), y, scale.area().getMaxX(), y));
    }
    Tone tone = face.isProblem() ? Tone.PROBLEM : Tone.GRAD;
    g2.setPaint(ChartStyle.ink(tone.of(style.palette())));
    g2.setStroke(ChartStyle.solid(style.thickness(face.isProblem() ? 2.4 : 3)));
    g2.draw(stairs);
    int from = 0;
    while (from < face.count()) {
      int to = end(from);
      if (!face.inValidation()[from]) {
        drawNote(g2, scale, from, to);
      }
      from = to;
    }
  }

  /// Where moments of the same kind and epoch end.
  private int end(int from) {
    int to = from;
    while (to < face.count()
        && face.inValidation()[to] == face.inValidation()[from]
        && face.epochs()[to] == face.epochs()[from]) {
      to++;
    }
    return to;
  }

  /// Over the steps of training of an epoch: that graphs are still held, or that none is.
  private void drawNote(Graphics2D g2, Scale scale, int from, int to) {
    boolean isHeld = face.bytes()[from] > 0;
    String note = isHeld ? face.words().still() : face.words().emptied();
    double left = scale.x(from);
    double width = scale.x(to) - left;
    if (note.isEmpty() || style.width(g2, note) + style.lineHeight() > width) {
      return;
    }
    boolean isLined = !face.words().one().isEmpty();
    double level = isHeld || !isLined ? face.bytes()[from] : face.oneGraph();
    double y = scale.y(level) + (isHeld ? 0.8 : -0.8) * style.lineHeight();
    Tone tone = isHeld ? Tone.PROBLEM : Tone.QUIET;
    style.write(g2, note, left + width / 2, y, TextAnchor.CENTER, tone.ink(style.palette()));
  }

  private void drawBands(Graphics2D g2, Scale scale) {
    Color band = ChartStyle.ink(style.palette().eval(), 0.09);
    int from = 0;
    while (from < face.count()) {
      int to = end(from);
      if (face.inValidation()[from]) {
        double left = scale.x(from);
        g2.setPaint(band);
        g2.fill(
            new Rectangle2D.Double(
                left, scale.area().getY(), scale.x(to) - left, scale.area().getHeight()));
        g2.setPaint(ChartStyle.ink(style.palette().line()));
        g2.setStroke(ChartStyle.dashed(1));
        double right = scale.x(to);
        g2.draw(new Line2D.Double(right, scale.area().getY(), right, scale.area().getMaxY()));
      }
      from = to;
    }
  }

  private Path2D stairs(Scale scale) {
    Path2D stairs = new Path2D.Double();
    stairs.moveTo(scale.x(0), scale.y((double) face.bytes()[0]));
    for (int i = 0; i < face.count(); i++) {
      double y = scale.y((double) face.bytes()[i]);
      stairs.lineTo(scale.x(i), y);
      stairs.lineTo(scale.x(i + 1.0), y);
    }
    return stairs;
  }
}
