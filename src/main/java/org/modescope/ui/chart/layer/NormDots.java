package org.modescope.ui.chart.layer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.measure.NormGroup;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;

/// The values of a group on their way: as they came in, beside their mean and spread, normalised,
/// and scaled; at the right what the other mode would have given.
final class NormDots {
  /// More dots than these are a blot.
  static final int MOST = 160;

  private static final double TO_COME = 0.16;

  /// So many lines high there is room for notes.
  private static final double ROOMY = 14;

  private static final int PLACES = 32;

  private final NormScene scene;
  private final NormGroup group;
  private final Columns columns;
  private final Graphics2D g2;
  private final ChartStyle style;
  private final double top;
  private final double bottom;
  private final ValueRange given;
  private final ValueRange normal;
  private final double left;
  private final double middle;

  NormDots(NormScene scene, Columns columns, Graphics2D g2, ChartStyle style, double top) {
    this.scene = scene;
    this.group = scene.group();
    this.columns = columns;
    this.g2 = g2;
    this.style = style;
    this.top = top;
    bottom = columns.area().getMaxY() - 1.8 * style.lineHeight();
    given = new ValueRange();
    normal = new ValueRange();
    measure();
    left = columns.left(NormScene.VALUES) + 3 * style.lineHeight();
    middle = columns.left(NormScene.NORMALISE) + 2.6 * style.lineHeight();
  }

  private void measure() {
    double deviation = Math.sqrt(group.variance());
    given.include(group.mean() - deviation);
    given.include(group.mean() + deviation);
    for (int i = 0; i < group.x().length; i++) {
      given.include(group.x()[i]);
      normal.include(group.normalized()[i]);
      normal.include(group.y()[i]);
      int place = i;
      group.other().ifPresent(values -> normal.include(values[place]));
    }
    // With 0 in the middle one sees that the values have moved.
    double most = Math.max(Math.abs(normal.low()), Math.abs(normal.high()));
    normal.include(most);
    normal.include(-most);
  }

  void draw() {
    drawAxis(given.padded(), left, columns.left(NormScene.NORMALISE) - 12);
    drawAxis(normal.padded(), middle, columns.left(NormScene.AFFINE + 1) - 10);
    drawLinks();
    drawMoments();
    drawValues();
    drawOther();
    drawFeet();
    drawPointed();
  }

  /// Each value at the stages that it has come to.
  Spots spots() {
    int values = Math.ceilDiv(group.x().length, step());
    int stages = 1 + Math.clamp(scene.current() - NormScene.MOMENTS, 0, 2);
    return new Spots(
        stages * values,
        mark -> mark % values * step(),
        mark -> place(mark % values, mark / values));
  }

  private Rectangle2D place(int value, int stage) {
    int i = value * step();
    return switch (stage) {
      case 0 -> Spots.dot(x(i, NormScene.VALUES), y(given, group.x()[i]), 3);
      case 1 ->
          Spots.dot(moving(i, NormScene.NORMALISE, true), moving(i, NormScene.NORMALISE, false), 3);
      default ->
          Spots.dot(moving(i, NormScene.AFFINE, true), moving(i, NormScene.AFFINE, false), 3);
    };
  }

  private double y(ValueRange range, double value) {
    ValueRange padded = range.padded();
    double share = (value - padded.low()) / (padded.high() - padded.low());
    return bottom - share * (bottom - top);
  }

  private void drawAxis(ValueRange padded, double from, double to) {
    TickStep step =
        TickStep.of(padded.high() - padded.low(), ChartAxes.mostTicks(style, bottom - top) - 2);
    for (double tick = Math.ceil(padded.low() / step.size()) * step.size();
        tick <= padded.high();
        tick += step.size()) {
      double y = bottom - (tick - padded.low()) / (padded.high() - padded.low()) * (bottom - top);
      g2.setPaint(ChartStyle.ink(style.palette().grid()));
      g2.setStroke(ChartStyle.solid(1));
      g2.draw(new Line2D.Double(from, y, to, y));
      style.write(
          g2,
          step.label(tick, style.numbers()),
          from - 4,
          y,
          TextAnchor.CENTER_RIGHT,
          style.palette().mutedText());
    }
  }

  private double opacity(int stage) {
    return scene.current() >= stage ? 1 : TO_COME;
  }

  private int step() {
    return Math.ceilDiv(group.x().length, MOST);
  }

  private double scatter(int i, double width) {
    return (double) (i / step() * 7 % PLACES) / PLACES * width;
  }

  private Color mode(double opacity) {
    return ChartStyle.ink(style.palette().of(scene.mode()), opacity);
  }

  private void drawLinks() {
    double from = columns.left(NormScene.MOMENTS) + 0.5 * columns.width(NormScene.MOMENTS);
    g2.setStroke(ChartStyle.solid(1));
    g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.35 * opacity(NormScene.NORMALISE)));
    for (int i = 0; i < group.x().length; i += step()) {
      g2.draw(
          new Line2D.Double(
              from, y(given, group.x()[i]), middle, y(normal, group.normalized()[i])));
    }
  }

  /// The mean as a line through the values, one standard deviation to either side as a bar.
  private void drawMoments() {
    double opacity = opacity(NormScene.MOMENTS);
    double bar = columns.left(NormScene.MOMENTS) + 0.26 * columns.width(NormScene.MOMENTS);
    double width = 0.2 * columns.width(NormScene.MOMENTS);
    double deviation = Math.sqrt(group.variance());
    double high = y(given, group.mean() + deviation);
    double low = y(given, group.mean() - deviation);
    g2.setPaint(mode(0.2 * opacity));
    g2.fill(new Rectangle2D.Double(bar, high, width, low - high));
    g2.setPaint(mode(opacity));
    g2.setStroke(ChartStyle.solid(1.5));
    g2.draw(new Line2D.Double(bar, high, bar + width, high));
    g2.draw(new Line2D.Double(bar, low, bar + width, low));
    g2.setStroke(ChartStyle.solid(2.4));
    double mean = y(given, group.mean());
    g2.draw(new Line2D.Double(left + 6, mean, bar + width + 4, mean));
    if (opacity == 1) {
      label(scene.words().mean(), bar - 2, mean - 4, TextAnchor.BOTTOM_RIGHT);
      double below = Math.min(low + 3, bottom - 2.4 * style.lineHeight());
      label(scene.words().variance(), bar + width / 2, below, TextAnchor.TOP_CENTER);
      if (bottom - top > ROOMY * style.lineHeight()) {
        style.write(
            g2,
            scene.words().varianceNote(),
            bar + width / 2,
            below + style.lineHeight(),
            TextAnchor.TOP_CENTER,
            style.palette().mutedText());
      }
    }
  }

  /// Values move from stage to stage while the one at hand goes on.
  private void drawValues() {
    for (int i = 0; i < group.x().length; i += step()) {
      dot(x(i, NormScene.VALUES), y(given, group.x()[i]), 3, opacity(NormScene.VALUES) * 0.8);
      dot(
          moving(i, NormScene.NORMALISE, true),
          moving(i, NormScene.NORMALISE, false),
          3,
          opacity(NormScene.NORMALISE) * 0.8);
      dot(
          moving(i, NormScene.AFFINE, true),
          moving(i, NormScene.AFFINE, false),
          3,
          opacity(NormScene.AFFINE) * 0.8);
    }
  }

  private double moving(int i, int stage, boolean isAcross) {
    int before = stage == NormScene.NORMALISE ? NormScene.VALUES : NormScene.NORMALISE;
    double from = isAcross ? x(i, before) : height(i, before);
    double to = isAcross ? x(i, stage) : height(i, stage);
    return scene.current() == stage ? from + (to - from) * scene.progress() : to;
  }

  private double x(int i, int stage) {
    return switch (stage) {
      case NormScene.VALUES -> left + 8 + scatter(i, columns.left(NormScene.MOMENTS) - left - 14);
      case NormScene.NORMALISE ->
          middle + 8 + scatter(i, columns.left(NormScene.AFFINE) - middle - 8);
      default ->
          columns.left(NormScene.AFFINE)
              + 0.16 * columns.width(NormScene.AFFINE)
              + scatter(i, 0.34 * columns.width(NormScene.AFFINE));
    };
  }

  private double height(int i, int stage) {
    return switch (stage) {
      case NormScene.VALUES -> y(given, group.x()[i]);
      case NormScene.NORMALISE -> y(normal, group.normalized()[i]);
      default -> y(normal, group.y()[i]);
    };
  }

  private void dot(double x, double y, double radius, double opacity) {
    if (Double.isFinite(y)) {
      g2.setPaint(mode(opacity));
      g2.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }

  /// The other mode's answers: dashes at the right, and a dashed line to that of the value that is
  /// pointed at.
  private void drawOther() {
    if (group.other().isEmpty()) {
      return;
    }
    float[] other = group.other().get();
    Color ink = ChartStyle.ink(style.palette().of(scene.otherMode()), 0.75);
    double right = columns.left(NormScene.AFFINE + 1) - 16;
    g2.setPaint(ink);
    g2.setStroke(ChartStyle.solid(1.6));
    for (int i = 0; i < other.length; i += step()) {
      double y = y(normal, other[i]);
      g2.draw(new Line2D.Double(right - 12, y, right, y));
    }
    double y = y(normal, other[group.pointed()]);
    g2.setPaint(ChartStyle.ink(style.palette().of(scene.otherMode())));
    g2.setStroke(ChartStyle.dashed(2));
    g2.draw(new Line2D.Double(middle, y, right - 14, y));
    Rectangle2D box = new Rectangle2D.Double(right - 11, y - 5, 10, 10);
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.fill(box);
    g2.setPaint(ChartStyle.ink(style.palette().of(scene.otherMode())));
    g2.setStroke(ChartStyle.solid(2.2));
    g2.draw(box);
    boolean isAbove = y <= y(normal, group.y()[group.pointed()]);
    Strong.writeOnGround(
        g2,
        style,
        scene.words().other(),
        right - 18,
        isAbove ? y - 5 : y + 5,
        isAbove ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT,
        style.palette().of(scene.otherMode()));
  }

  private void drawPointed() {
    int i = group.pointed();
    frame(x(i, NormScene.VALUES), y(given, group.x()[i]));
    label(
        scene.words().x(),
        x(i, NormScene.VALUES) + 8,
        y(given, group.x()[i]),
        TextAnchor.CENTER_LEFT);
    if (scene.current() >= NormScene.NORMALISE) {
      g2.setPaint(mode(1));
      g2.setStroke(ChartStyle.solid(2));
      double from = columns.left(NormScene.MOMENTS) + 0.5 * columns.width(NormScene.MOMENTS);
      g2.draw(
          new Line2D.Double(
              from, y(given, group.x()[i]), middle, y(normal, group.normalized()[i])));
      frame(moving(i, NormScene.NORMALISE, true), moving(i, NormScene.NORMALISE, false));
    }
    if (scene.current() >= NormScene.AFFINE) {
      double x = moving(i, NormScene.AFFINE, true);
      double y = moving(i, NormScene.AFFINE, false);
      frame(x, y);
      label(scene.words().y(), x + 8, y - 3, TextAnchor.BOTTOM_LEFT);
    }
  }

  private void frame(double x, double y) {
    if (Double.isFinite(y)) {
      dot(x, y, 5, 1);
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(new BasicStroke(2));
      g2.draw(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
    }
  }

  private void drawFeet() {
    double y = columns.area().getMaxY() - 0.8 * style.lineHeight();
    foot(scene.words().input(), columns.left(NormScene.VALUES) + 6, y, 1.9 * columns.width(0));
    drawNormalFoot(y);
    foot(
        scene.words().affine(),
        columns.left(NormScene.AFFINE) + 8,
        y,
        columns.width(NormScene.AFFINE) - 8);
  }

  /// Begins below its axis, or further left where it has no room there.
  private void drawNormalFoot(double y) {
    double end = columns.left(NormScene.AFFINE) - 4;
    double before =
        columns.left(NormScene.VALUES)
            + 6
            + style.width(g2, scene.words().input())
            + style.lineHeight();
    double wanted = style.width(g2, scene.words().normal());
    double x =
        Math.max(Math.min(before, end), Math.min(middle - 1.2 * style.lineHeight(), end - wanted));
    foot(scene.words().normal(), x, y, end - x);
  }

  private void foot(String text, double x, double y, double room) {
    style.write(
        g2, style.fit(g2, text, room), x, y, TextAnchor.CENTER_LEFT, style.palette().mutedText());
  }

  private void label(String text, double x, double y, TextAnchor anchor) {
    Strong.writeOnGround(g2, style, text, x, y, anchor, style.palette().text());
  }
}
