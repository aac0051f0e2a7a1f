package org.modescope.ui.chart.layer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;

/// The heads of the stages, which are a line of time: done ones are filled, the one at hand has the
/// mode's colour and ground, those to come are hollow and their line is dashed.
record StageHeads(NormScene scene, Columns columns, Graphics2D g2, ChartStyle style) {
  private static final double GROUND = 0.12;

  double height() {
    return (3.4 + mostLines()) * style.lineHeight();
  }

  void draw() {
    double y = columns.area().getY() + 1.3 * style.lineHeight();
    double radius = 0.82 * style.lineHeight();
    drawGround();
    for (int stage = 0; stage < scene.stages().size(); stage++) {
      double x = columns.left(stage) + radius + 6;
      if (stage < scene.stages().size() - 1) {
        drawLine(x + radius + 1, columns.left(stage + 1) + 5, y, stage < scene.current());
      }
      drawCircle(stage, x, y, radius);
      drawName(stage, y + 2.1 * style.lineHeight());
    }
  }

  private void drawGround() {
    int stage = scene.current();
    g2.setPaint(ChartStyle.ink(style.palette().of(scene.mode()), GROUND));
    g2.fill(
        new RoundRectangle2D.Double(
            columns.left(stage) + 1,
            columns.area().getY(),
            columns.width(stage) - 4,
            columns.area().getHeight(),
            18,
            18));
  }

  private void drawLine(double from, double to, double y, boolean isDone) {
    g2.setPaint(ChartStyle.ink(isDone ? style.palette().text() : style.palette().mutedText(), 0.9));
    g2.setStroke(isDone ? ChartStyle.solid(1.7) : ChartStyle.dashed(1.4));
    g2.draw(new Line2D.Double(from, y, Math.max(from, to), y));
  }

  private void drawCircle(int stage, double x, double y, double radius) {
    Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    boolean isToCome = stage > scene.current();
    Color fill =
        isToCome
            ? ChartStyle.ink(style.palette().panel())
            : ChartStyle.ink(
                stage == scene.current()
                    ? style.palette().of(scene.mode())
                    : style.palette().text());
    g2.setPaint(fill);
    g2.fill(circle);
    if (isToCome) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
      g2.setStroke(new BasicStroke(1.4f));
      g2.draw(circle);
    }
    Strong.write(
        g2,
        style,
        style.numbers().count(stage + 1L),
        x,
        y,
        TextAnchor.CENTER,
        isToCome ? style.palette().mutedText() : style.palette().panel(),
        1.05);
  }

  private void drawName(int stage, double y) {
    double at = y;
    for (String line : lines(stage)) {
      Strong.write(
          g2,
          style,
          Strong.fit(g2, style, line, room(stage)),
          columns.left(stage) + 6,
          at,
          TextAnchor.CENTER_LEFT,
          stage > scene.current() ? style.palette().mutedText() : style.palette().text(),
          1);
      at += style.lineHeight();
    }
  }

  private double room(int stage) {
    return columns.width(stage) - 8;
  }

  private List<String> lines(int stage) {
    return Broken.lines(
        scene.stages().get(stage), room(stage), line -> Strong.width(g2, style, line, 1));
  }

  private int mostLines() {
    return IntStream.range(0, scene.stages().size())
        .map(stage -> lines(stage).size())
        .max()
        .orElse(1);
  }
}
