package org.modescope.ui.chart.statistics;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;

/// Draws a line per channel, an area from lowest to highest where a point stands for many passes,
/// and the curve that theory predicts.
///
/// @param traces one per channel
/// @param highlighted the index of the trace that stands out, or -1
/// @param closedForm what theory predicts, where it can
/// @param color the colour of the mode
/// @param style for what theory predicts
record TraceMark(
    List<ChannelTrace> traces,
    int highlighted,
    Optional<ClosedForm> closedForm,
    Color color,
    ChartStyle style)
    implements Mark {
  /// With more channels than this, their curves would hide the lines.
  private static final int MOST_CURVES = 12;

  /// At least so many pixels lie between points.
  private static final double COLUMN = 2;

  /// Less is hidden by the line itself.
  private static final double LEAST_SPREAD = 2;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    double passesPerColumn = scale.valueAtX(COLUMN) - scale.valueAtX(0);
    for (int index = 0; index < traces.size(); index++) {
      if (index != highlighted) {
        drawTrace(g2, scale, traces.get(index).thinned(passesPerColumn), lineOpacity(), 1.5);
      }
    }
    if (highlighted >= 0) {
      drawTrace(g2, scale, traces.get(highlighted).thinned(passesPerColumn), 1, 2.5);
    }
    closedForm.ifPresent(form -> drawCurves(g2, scale, form));
  }

  private double lineOpacity() {
    if (highlighted >= 0) {
      return 0.22;
    }
    return traces.size() <= MOST_CURVES ? 0.85 : 0.6;
  }

  private void drawTrace(
      Graphics2D g2, Scale scale, ChannelTrace trace, double opacity, double width) {
    g2.setPaint(ChartStyle.ink(color, opacity * Math.clamp(2.0 / traces.size(), 0.06, 0.3)));
    g2.fill(extremes(scale, trace));
    g2.setPaint(ChartStyle.ink(color, opacity));
    g2.setStroke(
        new BasicStroke(
            (float) style.thickness(width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL));
    g2.draw(line(scale, trace));
  }

  /// The area from the lowest to the highest value, where a point stands for passes that differed
  /// visibly.
  private static Path2D extremes(Scale scale, ChannelTrace trace) {
    List<ChannelTrace.Point> spread =
        trace.points().stream()
            .filter(point -> scale.y(point.minimum()) - scale.y(point.maximum()) >= LEAST_SPREAD)
            .toList();
    Path2D area = new Path2D.Double();
    boolean isDrawing = false;
    for (ChannelTrace.Point point : spread) {
      isDrawing = moveOrLine(area, isDrawing, scale.x(point.passes()), scale.y(point.maximum()));
    }
    for (ChannelTrace.Point point : spread.reversed()) {
      isDrawing = moveOrLine(area, isDrawing, scale.x(point.passes()), scale.y(point.minimum()));
    }
    return area;
  }

  /// A channel's way over the passes.
  static Path2D line(Scale scale, ChannelTrace trace) {
    Path2D line = new Path2D.Double();
    boolean isDrawing = moveOrLine(line, false, scale.x(0), scale.y(trace.start()));
    for (ChannelTrace.Point point : trace.points()) {
      double top = scale.y(point.maximum());
      double bottom = scale.y(point.minimum());
      // The last of many passes is as arbitrary as any other of them; their middle is not.
      double y = bottom - top >= LEAST_SPREAD ? (top + bottom) / 2 : scale.y(point.last());
      isDrawing = moveOrLine(line, isDrawing, scale.x(point.passes()), y);
    }
    return line;
  }

  private static boolean moveOrLine(Path2D line, boolean isDrawing, double x, double y) {
    if (!Double.isFinite(y)) {
      return false;
    }
    if (isDrawing) {
      line.lineTo(x, y);
    } else {
      line.moveTo(x, y);
    }
    return true;
  }

  private void drawCurves(Graphics2D g2, Scale scale, ClosedForm form) {
    for (int index = 0; index < traces.size(); index++) {
      boolean isDrawn = highlighted >= 0 ? index == highlighted : traces.size() <= MOST_CURVES;
      ChannelTrace trace = traces.get(index);
      if (isDrawn && Double.isFinite(trace.start()) && Double.isFinite(trace.batch())) {
        g2.setPaint(ChartStyle.ink(style.palette().text(), 0.6));
        g2.setStroke(ChartStyle.dashed(style.thickness(1)));
        g2.draw(curve(scale, form, trace));
      }
    }
  }

  private static Path2D curve(Scale scale, ClosedForm form, ChannelTrace trace) {
    Path2D curve = new Path2D.Double();
    double left = Math.max(scale.x(0), scale.area().getX());
    curve.moveTo(left, scale.y(form.at(trace.start(), trace.batch(), scale.valueAtX(left))));
    for (double x = left + 2; x <= scale.area().getMaxX(); x += 2) {
      double value = form.at(trace.start(), trace.batch(), scale.valueAtX(x));
      curve.lineTo(x, scale.y(value));
    }
    return curve;
  }

  /// What the marks mean.
  Legend legend() {
    Legend.Entry running =
        new Legend.Entry(
            style.say("chart.statistics.legend.channel"),
            Swatches.line(ChartStyle.ink(color), ChartStyle.solid(2)));
    boolean hasCurves = highlighted >= 0 || traces.size() <= MOST_CURVES;
    return closedForm.isPresent() && hasCurves
        ? new Legend(
            List.of(
                running,
                new Legend.Entry(
                    style.say("chart.statistics.legend.theory"),
                    Swatches.line(
                        ChartStyle.ink(style.palette().text(), 0.7), ChartStyle.dashed(1.2)))))
        : new Legend(List.of(running));
  }
}
