package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Scale;

/// What stands below the moments: how many of each kind there are in an epoch, and which epoch.
record HeldFeet(HeldFace face, ChartStyle style) {

  void draw(Graphics2D g2, Scale scale) {
    double line = style.lineHeight();
    double first = scale.area().getMaxY() + 0.7 * line;
    int from = 0;
    int place = 0;
    double free = Double.NEGATIVE_INFINITY;
    while (from < face.count()) {
      int to = from;
      while (to < face.count() && face.epochs()[to] == face.epochs()[from]) {
        to++;
      }
      int firstHeld = from;
      while (firstHeld < to && !face.inValidation()[firstHeld]) {
        firstHeld++;
      }
      write(g2, scale, face.words().train(), from, firstHeld, first, Tone.QUIET);
      write(g2, scale, face.words().validation(), firstHeld, to, first, Tone.EVAL);
      if (place < face.words().epochs().size()) {
        String epoch = face.words().epochs().get(place);
        double middle = (scale.x(from) + scale.x(to)) / 2;
        double half = style.width(g2, epoch) / 2;
        if (middle - half > free && isOnPlot(scale, middle)) {
          style.write(g2, epoch, middle, first + line, TextAnchor.CENTER, style.palette().text());
          free = middle + half + line;
        }
      }
      place++;
      from = to;
    }
  }

  private void write(
      Graphics2D g2, Scale scale, String words, int from, int to, double y, Tone tone) {
    double left = scale.x(from);
    double right = scale.x(to);
    double middle = (left + right) / 2;
    if (to > from
        && style.width(g2, words) + style.gap() < right - left
        && isOnPlot(scale, middle)) {
      style.write(g2, words, middle, y, TextAnchor.CENTER, tone.ink(style.palette()));
    }
  }

  private static boolean isOnPlot(Scale scale, double x) {
    return x >= scale.area().getX() && x <= scale.area().getMaxX();
  }
}
