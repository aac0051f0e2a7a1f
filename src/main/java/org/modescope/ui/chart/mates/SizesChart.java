package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.SpotsChart;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.mates.SizesFace.Point;
import org.modescope.words.Text;

/// How much a row's answer moves by the number of rows in its company: the fewer mates, the more
/// each of them decides.
public final class SizesChart extends SpotsChart<SizesFace> {
  public SizesChart(Text text) {
    super(text, text.say("mates.chart.sizes.nothing"));
  }

  @Override
  protected Spots draw(SizesFace face, Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double line = style.lineHeight();
    style.write(
        g2,
        face.words().measure(),
        area.getX() + 2,
        area.getY() + line / 2,
        TextAnchor.CENTER_LEFT,
        style.palette().mutedText());
    if (style.width(g2, face.words().measure() + face.words().across()) + line < area.getWidth()) {
      style.write(
          g2,
          face.words().across(),
          area.getMaxX(),
          area.getY() + line / 2,
          TextAnchor.CENTER_RIGHT,
          style.palette().mutedText());
    }
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(),
            area.getY() + 1.3 * line,
            area.getWidth(),
            Math.max(1, area.getHeight() - 1.3 * line));
    int most = face.points().stream().mapToInt(Point::rows).max().orElse(2);
    NumberAxis x =
        ChartAxes.labelled(
            style,
            -0.35,
            log(Math.max(2, most)) + 0.35,
            1,
            tick -> style.numbers().count(Math.round(Math.pow(2, tick))));
    NumberAxis y = ChartAxes.values(style, height(face), below.getHeight());
    Scale scale = Plots.draw(g2, style, below, x, y, new SizesMark(face, style));
    return Spots.of(face.points().size(), i -> place(scale, face.points().get(i)));
  }

  /// Where train mode was refused, the whole height.
  private static Rectangle2D place(Scale scale, Point point) {
    double x = scale.x(log(point.rows()));
    return point
        .train()
        .filter(Double::isFinite)
        .map(value -> Spots.dot(x, scale.y(value), SizesMark.DOT))
        .orElseGet(
            () ->
                new Rectangle2D.Double(
                    x - SizesMark.DOT,
                    scale.area().getY(),
                    2 * SizesMark.DOT,
                    scale.area().getHeight()));
  }

  /// Sizes double from tick to tick.
  static double log(int rows) {
    return Math.log(rows) / Math.log(2);
  }

  private static ValueRange height(SizesFace face) {
    ValueRange reach = new ValueRange();
    reach.include(0);
    for (Point point : face.points()) {
      point.train().ifPresent(reach::include);
      point.eval().ifPresent(reach::include);
    }
    ValueRange height = new ValueRange();
    height.include(0);
    // Room for a word above the highest; an axis of nothing would have no length.
    height.include(reach.high() > 0 ? 1.2 * reach.high() : 1);
    return height;
  }
}
