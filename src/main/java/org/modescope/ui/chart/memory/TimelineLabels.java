package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Scale;

/// The names of layers below a time line: on one line where they fit, else by turns on two, and
/// only where two are too few is any left out.
///
/// @param moments in order of time
/// @param style how they are written
record TimelineLabels(List<Moment> moments, ChartStyle style) {
  private static final int MOST_LINES = 2;

  /// A name cut shorter than this many lines of text are high says nothing.
  private static final double LEAST_NAME = 2.2;

  TimelineLabels {
    moments = List.copyOf(moments);
  }

  /// On how many lines they are written at a width.
  int lines(Graphics2D g2, double width) {
    return widest(g2) + style.gap() <= width / moments.size() ? 1 : MOST_LINES;
  }

  void draw(Graphics2D g2, Scale scale) {
    double slot = scale.x(1) - scale.x(0);
    int lines = lines(g2, slot * moments.size());
    double least = Math.min(widest(g2), LEAST_NAME * style.lineHeight());
    int every = (int) Math.max(1, Math.ceil((least + style.gap()) / (slot * lines)));
    double room = slot * lines * every - style.gap();
    for (int index : scale.columnsSeen(moments.size()).filter(at -> at % every == 0).toArray()) {
      int line = index / every % lines;
      double top = scale.area().getMaxY() + 2 + line * style.lineHeight();
      String name = style.fit(g2, moments.get(index).layer(), room);
      double half = style.width(g2, name) / 2;
      double middle =
          Math.clamp(
              scale.x(index),
              scale.area().getX(),
              Math.max(scale.area().getX(), scale.area().getMaxX() - half));
      style.write(
          g2,
          name,
          middle,
          top + style.lineHeight() / 2,
          TextAnchor.CENTER,
          style.palette().mutedText());
    }
  }

  private double widest(Graphics2D g2) {
    return moments.stream().mapToDouble(moment -> style.width(g2, moment.layer())).max().orElse(0);
  }
}
