package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Draws one output's value pass by pass: a dot per kept pass, its mean ± 1 sd behind them, and the
/// extremes of all passes where some passes were not kept.
///
/// @param output whose output it is
/// @param element which one
/// @param pinned the run that is pinned as A, whose same output lies under it as open dots
/// @param mode whose colour it takes
/// @param pass the pass that stands out, from 0
/// @param style for everything drawn
record PassesMark(
    OutputVariance output,
    int element,
    Optional<OutputVariance> pinned,
    Mode mode,
    OptionalInt pass,
    ChartStyle style)
    implements Mark {

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    drawBand(g2, scale);
    if (output.samples().size() < output.passes()) {
      drawExtreme(g2, scale, output.minimum()[element]);
      drawExtreme(g2, scale, output.maximum()[element]);
    }
    drawPass(g2, scale);
    pinned.ifPresent(other -> drawOther(g2, scale, other.samples()));
    drawWay(g2, scale);
    drawDots(g2, scale);
  }

  private void drawBand(Graphics2D g2, Scale scale) {
    Rectangle2D area = scale.area();
    double mean = output.mean()[element];
    double deviation = output.standardDeviation()[element];
    if (!Double.isFinite(mean)) {
      return;
    }
    if (deviation > 0 && Double.isFinite(deviation)) {
      double top = scale.y(mean + deviation);
      double height = Math.max(1, scale.y(mean - deviation) - top);
      g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.18));
      g2.fill(new Rectangle2D.Double(area.getX(), top, area.getWidth(), height));
    }
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.7));
    g2.setStroke(ChartStyle.solid(style.thickness(1.5)));
    double y = scale.y(mean);
    g2.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
  }

  private void drawExtreme(Graphics2D g2, Scale scale, double value) {
    if (Double.isFinite(value)) {
      double y = scale.y(value);
      g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
      g2.setStroke(ChartStyle.dashed(style.thickness(1)));
      g2.draw(new Line2D.Double(scale.area().getX(), y, scale.area().getMaxX(), y));
    }
  }

  private void drawPass(Graphics2D g2, Scale scale) {
    if (pass.isPresent()) {
      double x = scale.x(pass.getAsInt() + 1);
      g2.setPaint(ChartStyle.ink(style.palette().text(), 0.7));
      g2.setStroke(ChartStyle.solid(style.thickness(1.2)));
      g2.draw(new Line2D.Double(x, scale.area().getY(), x, scale.area().getMaxY()));
    }
  }

  private void drawOther(Graphics2D g2, Scale scale, List<Sample> samples) {
    g2.setPaint(OutputGhost.ink(style));
    g2.setStroke(ChartStyle.solid(style.thickness(1.2)));
    for (Sample sample : samples) {
      if (Float.isFinite(sample.values()[element])) {
        g2.draw(dot(scale, sample, style.thickness(3)));
      }
    }
  }

  /// A thin line from pass to pass; it is broken where a value is not finite.
  private void drawWay(Graphics2D g2, Scale scale) {
    Path2D way = new Path2D.Double();
    boolean isDrawing = false;
    for (Sample sample : output.samples()) {
      double y = scale.y(sample.values()[element]);
      boolean isFinite = Double.isFinite(y);
      if (isFinite && isDrawing) {
        way.lineTo(scale.x(sample.pass() + 1), y);
      } else if (isFinite) {
        way.moveTo(scale.x(sample.pass() + 1), y);
      }
      isDrawing = isFinite;
    }
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.35));
    g2.setStroke(ChartStyle.solid(style.thickness(1)));
    g2.draw(way);
  }

  private void drawDots(Graphics2D g2, Scale scale) {
    double radius = style.thickness(output.samples().size() <= 64 ? 3 : 2);
    for (Sample sample : output.samples()) {
      if (Float.isFinite(sample.values()[element])) {
        g2.setPaint(ChartStyle.ink(style.palette().of(mode)));
        g2.fill(dot(scale, sample, radius));
        if (pass.isPresent() && pass.getAsInt() == sample.pass()) {
          g2.setPaint(ChartStyle.ink(style.palette().text()));
          g2.setStroke(ChartStyle.solid(style.thickness(1.6)));
          g2.draw(dot(scale, sample, radius + style.thickness(2)));
        }
      }
    }
  }

  private Ellipse2D dot(Scale scale, Sample sample, double radius) {
    double x = scale.x(sample.pass() + 1);
    double y = scale.y(sample.values()[element]);
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
