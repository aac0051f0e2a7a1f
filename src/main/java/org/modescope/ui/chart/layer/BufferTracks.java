package org.modescope.ui.chart.layer;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.layer.NormScene.Track;
import org.modescope.ui.chart.layer.NormScene.Tracks;

/// The running statistics on their way from where they began to the batch's values.
record BufferTracks(NormScene scene, Columns columns, Graphics2D g2, ChartStyle style, double top) {
  private static final double TO_COME = 0.4;
  private static final double MOST_LINES = 11;
  private static final double LINES_WITH_ENDS = 5.4;
  private static final double LEAST_LINES = 4.2;
  private static final double AFTER_SIZE = 1.6;

  void draw(Tracks tracks) {
    double bottom = columns.area().getMaxY() - 2.2 * style.lineHeight();
    double half = Math.min((bottom - top) / 2, MOST_LINES * style.lineHeight());
    draw(tracks.mean(), top, half);
    g2.setPaint(ChartStyle.ink(style.palette().line()));
    g2.setStroke(ChartStyle.solid(1));
    double between = top + half - 0.7 * style.lineHeight();
    g2.draw(new Line2D.Double(left(), between, left() + width(), between));
    draw(tracks.variance(), top + half, half);
    drawCounter(tracks.counter());
  }

  private void drawCounter(String counter) {
    // The two counts stay together.
    String said = counter.replace(" → ", "\u00a0→\u00a0");
    List<String> lines = Broken.lines(said, width() + 8, line -> style.width(g2, line));
    double y = columns.area().getMaxY() - (lines.size() - 0.2) * style.lineHeight();
    for (String line : lines) {
      write(line, left(), y, TextAnchor.CENTER_LEFT, true);
      y += style.lineHeight();
    }
  }

  private double left() {
    return columns.left(scene.bufferStage()) + 14;
  }

  private double width() {
    return columns.width(scene.bufferStage()) - 30;
  }

  private boolean isToCome() {
    return scene.current() < scene.bufferStage();
  }

  /// Where there is little room, the ends of the way and the notes are left out.
  private void draw(Track track, double y, double room) {
    double line = style.lineHeight();
    double done = isToCome() ? 0 : scene.current() == scene.bufferStage() ? scene.progress() : 1;
    boolean hasEnds = room >= LINES_WITH_ENDS * line;
    boolean isTight = room < LEAST_LINES * line;
    double below = isTight ? 0 : 1.4 * line;
    if (!isTight) {
      write(track.name(), left(), y, TextAnchor.CENTER_LEFT, true);
    }
    drawValues(track, y + below);
    drawWay(track, y + below + 1.5 * line, done);
    if (hasEnds) {
      double ends = style.width(g2, track.fromText()) + style.width(g2, track.toText());
      if (ends + style.gap() < width()) {
        write(track.fromText(), left(), y + 4.3 * line, TextAnchor.CENTER_LEFT, false);
      }
      write(track.toText(), left() + width(), y + 4.3 * line, TextAnchor.CENTER_RIGHT, true);
      double at = y + 5.6 * line;
      for (String note : track.notes()) {
        for (String part : Broken.lines(note, width() + 8, words -> style.width(g2, words))) {
          if (at + line < y + room) {
            write(part, left(), at, TextAnchor.CENTER_LEFT, false);
          }
          at += line;
        }
      }
    }
  }

  private void drawValues(Track track, double y) {
    String before = track.beforeText() + " → ";
    write(before, left(), y, TextAnchor.CENTER_LEFT, false);
    String after = isToCome() ? "?" : track.afterText();
    double x = left() + style.width(g2, before) + 3;
    double room = columns.left(scene.bufferStage() + 1) - 8 - x;
    double size = Math.clamp(room / Strong.width(g2, style, after, 1), 0.9, AFTER_SIZE);
    Strong.write(
        g2, style, after, x, y, TextAnchor.CENTER_LEFT, style.palette().of(scene.mode()), size);
  }

  private void drawWay(Track track, double y, double done) {
    double opacity = isToCome() ? TO_COME : 1;
    double before = place(track, track.before());
    double after = place(track, track.before() + (track.after() - track.before()) * done);
    g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.45 * opacity));
    g2.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g2.draw(new Line2D.Double(left(), y, left() + width(), y));
    g2.setPaint(ChartStyle.ink(style.palette().of(scene.mode()), opacity));
    g2.setStroke(new BasicStroke(5));
    g2.draw(new Line2D.Double(before, y, after, y));
    Ellipse2D ring = new Ellipse2D.Double(before - 5.5, y - 5.5, 11, 11);
    g2.setPaint(ChartStyle.ink(style.palette().panel()));
    g2.fill(ring);
    g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
    g2.setStroke(new BasicStroke(2));
    g2.draw(ring);
    g2.setPaint(ChartStyle.ink(style.palette().of(scene.mode()), opacity));
    g2.fill(new Ellipse2D.Double(after - 5.5, y - 5.5, 11, 11));
    g2.setPaint(ChartStyle.ink(style.palette().text()));
    g2.setStroke(new BasicStroke(2.5f));
    g2.draw(new Line2D.Double(left() + width(), y - 9, left() + width(), y + 9));
  }

  private double place(Track track, double value) {
    double way = track.to() - track.from();
    double share = way == 0 ? 0 : (value - track.from()) / way;
    return left() + width() * Math.clamp(Double.isFinite(share) ? share : 0, 0, 1);
  }

  private void write(String text, double x, double y, TextAnchor anchor, boolean isStrong) {
    style.write(
        g2,
        style.fit(g2, text, width() + 8),
        x,
        y,
        anchor,
        isStrong && !isToCome() ? style.palette().text() : style.palette().mutedText());
  }
}
