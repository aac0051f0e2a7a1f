package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.training.CurvesFace.Above;

/// Arrows for what lies above the axis, each with its number: at the top, or some lines lower where
/// others are in the way.
///
/// What comes first has its place first. Where a number has no place in a few lines, its arrow
/// stays without it.
final class AboveArrows {
  private static final int MOST_LINES = 5;

  private final Graphics2D g2;
  private final Scale scale;
  private final ChartStyle style;
  private final double half;
  private final List<Rectangle2D> taken = new ArrayList<>();

  AboveArrows(Graphics2D g2, Scale scale, ChartStyle style) {
    this.g2 = g2;
    this.scale = scale;
    this.style = style;
    half = style.thickness(4);
  }

  void draw(Above above) {
    double x = scale.x(above.x());
    String text = style.fit(g2, above.text(), scale.area().getWidth() - 2 * half);
    double width = 2 * half + style.gap() + style.width(g2, text);
    boolean isRight = x - half + width < scale.area().getMaxX();
    Optional<Double> both = place(isRight ? x - half : x + half - width, width);
    if (both.isPresent()) {
      draw(above, x, both.get());
      style.write(
          g2,
          text,
          isRight ? x + half + style.gap() : x - half - style.gap(),
          both.get() + 0.55 * style.lineHeight(),
          isRight ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT,
          above.tone().ink(style.palette()));
    } else {
      draw(above, x, place(x - half, 2 * half).orElse(top(0)));
    }
  }

  private void draw(Above above, double x, double top) {
    g2.setPaint(ChartStyle.ink(above.tone().of(style.palette())));
    g2.fill(Triangle.upwards(x, top, half, 1.8 * half));
  }

  /// The top of the first line that has so much room there, which is taken then.
  private Optional<Double> place(double left, double width) {
    for (int line = 0; line < MOST_LINES; line++) {
      Rectangle2D box = new Rectangle2D.Double(left, top(line), width, 0.9 * style.lineHeight());
      if (taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        return Optional.of(box.getY());
      }
    }
    return Optional.empty();
  }

  private double top(int line) {
    return scale.area().getY() + 2 + line * style.lineHeight();
  }
}
