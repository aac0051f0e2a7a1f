package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;

/// The cloud and the pile of a row's answers.
///
/// @param left the left edge, where the plot has no grid
record AnswersMark(AnswersFace face, ChartStyle style, double left) implements Mark {
  /// Where the modes lie, as shares of the height.
  static final double TRAIN_AT = 0.42;

  static final double EVAL_AT = 0.84;

  private static final double DOT = 4.2;
  private static final int MOST_LANES = 5;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    double trainAt = scale.area().getY() + TRAIN_AT * scale.area().getHeight();
    double evalAt = scale.area().getY() + EVAL_AT * scale.area().getHeight();
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(ChartStyle.dashed(1));
    double between = scale.area().getY() + 0.68 * scale.area().getHeight();
    g2.draw(new Line2D.Double(scale.area().getX(), between, scale.area().getMaxX(), between));
    if (face.train().length == 0) {
      Shade shade = Shade.of(style);
      g2.setPaint(shade.problemSoft());
      Rectangle2D area = scale.area();
      g2.fill(
          new RoundRectangle2D.Double(
              area.getX(), area.getY(), area.getWidth(), 0.64 * area.getHeight(), 6, 6));
      drawWords(g2, shade, area);
    } else {
      drawMode(g2, scale, Mode.TRAIN, face.train(), trainAt);
      drawChanged(g2, scale, trainAt);
    }
    if (face.eval().length > 0) {
      drawMode(g2, scale, Mode.EVAL, face.eval(), evalAt);
    }
  }

  private void drawWords(Graphics2D g2, Shade shade, Rectangle2D area) {
    g2.setPaint(shade.problem());
    g2.setFont(style.font());
    double middle = area.getY() + 0.32 * area.getHeight();
    TextUtils.drawAlignedString(
        style.fit(g2, face.words().refused(), area.getWidth() - style.lineHeight()),
        g2,
        (float) area.getCenterX(),
        (float) middle,
        TextAnchor.CENTER);
    g2.setPaint(shade.problem());
  }

  private void drawMode(Graphics2D g2, Scale scale, Mode mode, float[] numbers, double at) {
    boolean isPile = isSame(numbers);
    if (isPile) {
      drawPile(g2, scale, mode, numbers, at);
      return;
    }
    if (mode == Mode.TRAIN) {
      drawBand(g2, scale, at);
    }
    drawCloud(g2, scale, mode, numbers, at);
  }

  private static boolean isSame(float[] numbers) {
    for (float number : numbers) {
      if (Float.compare(number, numbers[0]) != 0) {
        return false;
      }
    }
    return true;
  }

  private void drawBand(Graphics2D g2, Scale scale, double at) {
    double low = scale.x(face.mean() - face.deviation());
    double high = scale.x(face.mean() + face.deviation());
    double half = 0.19 * scale.area().getHeight();
    g2.setPaint(ChartStyle.ink(style.palette().train(), 0.15));
    g2.fill(new RoundRectangle2D.Double(low, at - half, high - low, 2 * half, 6, 6));
    g2.setPaint(ChartStyle.ink(style.palette().train()));
    g2.setStroke(ChartStyle.solid(style.thickness(2.2)));
    double mean = scale.x(face.mean());
    g2.draw(new Line2D.Double(mean, at - half, mean, at + half));
  }

  /// Where the answers of both modes lie, company by company.
  Spots spots(Scale scale) {
    Spots train = spots(scale, face.train(), TRAIN_AT);
    Spots eval = spots(scale, face.eval(), EVAL_AT);
    return new Spots(
        train.count() + eval.count(),
        mark -> face.row().applyAsInt(mark < train.count() ? mark : mark - train.count()),
        mark ->
            mark < train.count()
                ? train.place().apply(mark)
                : eval.place().apply(mark - train.count()));
  }

  private Spots spots(Scale scale, float[] numbers, double share) {
    if (numbers.length == 0) {
      return Spots.NONE;
    }
    double at = scale.area().getY() + share * scale.area().getHeight();
    double radius = style.thickness(DOT);
    if (isSame(numbers)) {
      double height = 0.26 * scale.area().getHeight();
      double half = style.thickness(8);
      return Spots.of(
          numbers.length,
          _ ->
              new Rectangle2D.Double(
                  scale.x(numbers[0]) - half, at - height / 2, 2 * half, height));
    }
    double[] places = places(scale, numbers);
    int[] lanes = swarm(scale, places).lanes();
    return Spots.of(
        numbers.length, i -> Spots.dot(places[i], at + lanes[i] * 2.2 * radius, radius));
  }

  private static double[] places(Scale scale, float[] numbers) {
    double[] places = new double[numbers.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = scale.x(numbers[i]);
    }
    return places;
  }

  private Swarm swarm(Scale scale, double[] places) {
    double radius = style.thickness(DOT);
    int lanes = (int) Math.clamp(0.18 * scale.area().getHeight() / (2.2 * radius), 1, MOST_LANES);
    return Swarm.of(places, 2.3 * radius, lanes);
  }

  private void drawCloud(Graphics2D g2, Scale scale, Mode mode, float[] numbers, double at) {
    double radius = style.thickness(DOT);
    double[] places = places(scale, numbers);
    Swarm swarm = swarm(scale, places);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.85));
    for (int i = 0; i < places.length - 1; i++) {
      if (Float.isFinite(numbers[i])) {
        g2.fill(dot(places[i], at + swarm.lanes()[i] * 2.2 * radius, radius));
      }
    }
    int last = places.length - 1;
    if (Float.isFinite(numbers[last])) {
      drawLatest(g2, scale, mode, places[last], at + swarm.lanes()[last] * 2.2 * radius, at);
    }
  }

  private void drawLatest(Graphics2D g2, Scale scale, Mode mode, double x, double y, double at) {
    double radius = style.thickness(DOT + 1.4);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
    g2.fill(dot(x, y, radius));
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(ChartStyle.solid(style.thickness(2)));
    g2.draw(dot(x, y, radius));
    if (mode == Mode.TRAIN) {
      double top = at - 0.25 * scale.area().getHeight();
      g2.setStroke(ChartStyle.solid(1));
      g2.draw(new Line2D.Double(x, y - radius, x, top));
      double half = style.width(g2, face.words().latest()) / 2;
      double within =
          Math.clamp(
              x,
              scale.area().getX() + half,
              Math.max(scale.area().getX() + half, scale.area().getMaxX() - half));
      style.write(
          g2,
          face.words().latest(),
          within,
          top - 0.6 * style.lineHeight(),
          TextAnchor.CENTER,
          style.palette().text());
    }
  }

  private void drawChanged(Graphics2D g2, Scale scale, double at) {
    if (face.changed().isEmpty() || !Float.isFinite(face.changed().get())) {
      return;
    }
    double x = scale.x(face.changed().get());
    double half = style.thickness(8);
    double low = at + 0.2 * scale.area().getHeight();
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(x, low - 1.6 * half);
    triangle.lineTo(x + half, low);
    triangle.lineTo(x - half, low);
    triangle.closePath();
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.fill(triangle);
    g2.setPaint(ChartStyle.ink(style.palette().train()));
    g2.setStroke(ChartStyle.solid(style.thickness(2.2)));
    g2.draw(triangle);
    double width = style.width(g2, face.words().changed());
    boolean isRight = x + half + width + style.gap() < scale.area().getMaxX();
    double from = isRight ? x + half + style.gap() : x - half - style.gap() - width;
    double line = style.lineHeight();
    g2.setPaint(ChartStyle.ink(style.palette().panel(), 0.8));
    g2.fill(
        new RoundRectangle2D.Double(from - 2, low - 0.7 * half - line / 2, width + 4, line, 4, 4));
    style.write(
        g2,
        face.words().changed(),
        from,
        low - 0.7 * half,
        TextAnchor.CENTER_LEFT,
        style.palette().text());
  }

  /// Bars one on another, one per company.
  private void drawPile(Graphics2D g2, Scale scale, Mode mode, float[] numbers, double at) {
    if (!Float.isFinite(numbers[0])) {
      return;
    }
    double x = scale.x(numbers[0]);
    double height = 0.26 * scale.area().getHeight();
    double each = Math.min(2.6, height / numbers.length);
    double half = style.thickness(8);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
    double bottom = at + Math.min(height, each * numbers.length) / 2;
    for (int i = 0; i < numbers.length; i++) {
      g2.fill(
          new Rectangle2D.Double(
              x - half, bottom - (i + 1) * each, 2 * half, Math.max(0.5, 0.72 * each)));
    }
    String pile = mode == Mode.EVAL ? face.words().pile() : face.words().latest();
    String note = mode == Mode.EVAL ? face.words().pileNote() : "";
    double widest = Math.max(style.width(g2, pile), style.width(g2, note));
    boolean isRight = x + half + style.gap() + widest < scale.area().getMaxX();
    double from = isRight ? x + half + style.gap() : x - half - style.gap();
    TextAnchor anchor = isRight ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT;
    double line = style.lineHeight();
    double first = note.isEmpty() ? at : at - 0.5 * line;
    style.write(g2, pile, from, first, anchor, style.palette().of(mode));
    style.write(g2, note, from, at + 0.5 * line, anchor, style.palette().mutedText());
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
