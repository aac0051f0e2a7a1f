package org.modescope.ui.chart.training;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.training.CurvesFace.End;

/// What stands at the right ends of lines, moved apart where lines end close to each other.
///
/// @param isShort whether only values are written, for want of room
record EndLabels(CurvesFace face, ChartStyle style, boolean isShort) {
  /// Labels that would take a larger share of the chart are written without their words.
  private static final double MOST_SHARE = 0.36;

  /// How far apart they stand at least, in lines.
  private static final double APART = 1.15;

  static EndLabels within(CurvesFace face, ChartStyle style, Graphics2D g2, double width) {
    EndLabels whole = new EndLabels(face, style, false);
    boolean hasValues = face.ends().stream().noneMatch(end -> end.value().isEmpty());
    return hasValues && whole.width(g2) > MOST_SHARE * width
        ? new EndLabels(face, style, true)
        : whole;
  }

  /// The room that the widest one takes.
  double width(Graphics2D g2) {
    return face.ends().stream()
        .mapToDouble(end -> width(g2, end) + 2 * style.lineHeight())
        .max()
        .orElse(style.gap());
  }

  private double width(Graphics2D g2, End end) {
    return wordWidth(g2, end) + bold(g2, end.value());
  }

  private double wordWidth(Graphics2D g2, End end) {
    return isShort || end.word().isEmpty() ? 0 : style.width(g2, end.word()) + style.gap();
  }

  private double bold(Graphics2D g2, String text) {
    Font font = style.titleFont();
    g2.setFont(font);
    return g2.getFontMetrics(font).getStringBounds(text, g2).getWidth();
  }

  void draw(Graphics2D g2, Scale scale) {
    List<End> ordered = new ArrayList<>(face.ends());
    ordered.removeIf(end -> !Double.isFinite(end.y()));
    ordered.sort(Comparator.comparingDouble(end -> -end.y()));
    ordered = fitting(ordered, scale.area().getHeight());
    double[] places = places(scale, ordered);
    double x = Math.min(scale.x(face.done()), scale.area().getMaxX());
    for (int i = 0; i < places.length; i++) {
      draw(g2, ordered.get(i), scale, x, places[i]);
    }
  }

  /// As many as have room one below the other, the first and the last among them.
  private List<End> fitting(List<End> ordered, double height) {
    int room = (int) Math.max(1, height / (APART * style.lineHeight()));
    if (ordered.size() <= room) {
      return ordered;
    }
    return IntStream.range(0, room)
        .mapToObj(i -> ordered.get(i * (ordered.size() - 1) / Math.max(1, room - 1)))
        .toList();
  }

  /// The heights, from the top, at least a line apart and within the plot.
  private double[] places(Scale scale, List<End> ordered) {
    double least = APART * style.lineHeight();
    double top = scale.area().getY();
    double bottom = scale.area().getMaxY();
    double[] places = new double[ordered.size()];
    for (int i = 0; i < places.length; i++) {
      double wanted = Math.clamp(scale.y(ordered.get(i).y()), top, Math.max(top, bottom));
      places[i] = i == 0 ? wanted : Math.max(wanted, places[i - 1] + least);
    }
    double limit = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], limit);
      limit = places[i] - least;
    }
    return places;
  }

  private void draw(Graphics2D g2, End end, Scale scale, double x, double y) {
    double at = Math.clamp(scale.y(end.y()), scale.area().getY(), scale.area().getMaxY());
    double left = x + style.lineHeight();
    if (Math.abs(at - y) > 2) {
      g2.setPaint(ChartStyle.ink(style.palette().line()));
      g2.setStroke(ChartStyle.solid(1));
      g2.draw(new Line2D.Double(x + 2, at, left - 3, y));
    }
    if (!isShort && !end.word().isEmpty()) {
      style.write(g2, end.word(), left, y, TextAnchor.CENTER_LEFT, end.tone().ink(style.palette()));
    }
    double from = left + wordWidth(g2, end);
    g2.setFont(style.titleFont());
    g2.setPaint(ChartStyle.ink(end.tone().ink(style.palette())));
    TextUtils.drawAlignedString(end.value(), g2, (float) from, (float) y, TextAnchor.CENTER_LEFT);
  }
}
