package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.measure.GraphMemory.Phase;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;

/// Draws held bytes as steps, one per moment and centred on its index, with a divider where
/// backward begins.
///
/// @param moments in order of time
/// @param style of everything drawn
/// @param words the names of phases
record TimelineMark(List<Moment> moments, ChartStyle style, TimelineWords words) implements Mark {

  TimelineMark {
    moments = List.copyOf(moments);
  }

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    Path2D steps = steps(scale, moments);
    Path2D filled = new Path2D.Double(steps);
    filled.lineTo(scale.x(moments.size() - 0.5), scale.y(0));
    filled.closePath();
    g2.setPaint(ChartStyle.ink(style.palette().grad(), 0.18));
    g2.fill(filled);
    g2.setPaint(ChartStyle.ink(style.palette().grad()));
    g2.setStroke(ChartStyle.solid(style.thickness(1.8)));
    g2.draw(steps);
    drawPhases(g2, scale);
    drawFreed(g2, scale);
  }

  /// The steps of another graph that went through the same layers, dashed.
  static void outline(Graphics2D g2, Scale scale, List<Moment> moments, ChartStyle style) {
    if (!moments.isEmpty()) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText()));
      g2.setStroke(ChartStyle.dashed(style.thickness(1.6)));
      g2.draw(steps(scale, moments));
    }
  }

  private static Path2D steps(Scale scale, List<Moment> moments) {
    Path2D steps = new Path2D.Double();
    steps.moveTo(scale.x(-0.5), scale.y(0));
    for (int index = 0; index < moments.size(); index++) {
      double y = scale.y((double) moments.get(index).heldBytes());
      steps.lineTo(scale.x(index - 0.5), y);
      steps.lineTo(scale.x(index + 0.5), y);
    }
    return steps;
  }

  private void drawPhases(Graphics2D g2, Scale scale) {
    double y = scale.area().getY() + style.lineHeight() / 2 + 6;
    for (int index = 0; index < moments.size(); index++) {
      Phase phase = moments.get(index).phase();
      if (index == 0 || moments.get(index - 1).phase() != phase) {
        double x = scale.x(index - 0.5);
        g2.setPaint(ChartStyle.ink(style.palette().line()));
        g2.setStroke(ChartStyle.solid(1));
        g2.draw(new Line2D.Double(x, scale.area().getY(), x, scale.area().getMaxY()));
        style.write(
            g2,
            words.phase(phase),
            nameStart(g2, scale, x, end(index, scale), words.phase(phase)),
            y,
            TextAnchor.CENTER_LEFT,
            style.palette().mutedText());
      }
    }
  }

  /// Where the phase ends that begins at a moment.
  private double end(int first, Scale scale) {
    int after = first;
    while (after < moments.size() && moments.get(after).phase() == moments.get(first).phase()) {
      after++;
    }
    return scale.x(after - 0.5);
  }

  /// A phase that began before what is looked at still says its name, as long as it lasts.
  private double nameStart(Graphics2D g2, Scale scale, double begin, double end, String name) {
    double seen = Math.max(begin, scale.area().getX()) + style.gap();
    return seen + style.width(g2, name) + style.gap() <= end ? seen : begin + style.gap();
  }

  private void drawFreed(Graphics2D g2, Scale scale) {
    // Where the axis is zoomed, 0 may lie below what is looked at.
    boolean isSeen = scale.y(0) <= scale.area().getMaxY() + 1;
    if (isSeen && moments.getLast().heldBytes() == 0) {
      style.write(
          g2,
          words.freed(),
          scale.area().getMaxX() - 2,
          scale.y(0) - style.lineHeight() / 2 - 1,
          TextAnchor.CENTER_RIGHT,
          style.palette().grad());
    }
  }
}
