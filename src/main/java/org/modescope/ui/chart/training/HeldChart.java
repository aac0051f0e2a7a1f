package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// What the variables of a training loop keep alive after each of its steps, of training and of
/// validation.
public final class HeldChart extends StopChart<HeldFace> {
  private static final double AIR = 1.12;

  public HeldChart(Text text) {
    super(text);
  }

  @Override
  Scale draw(
      HeldFace shown,
      Reading reading,
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      Occasion occasion) {
    Rectangle2D below =
        new Header(shown.words().measure(), new Legend(List.of()), reading.text())
            .draw(g2, style, area);
    double right =
        Math.max(style.width(g2, shown.words().most()), style.width(g2, shown.words().one()))
            + 2 * style.lineHeight();
    double feet = 2.4 * style.lineHeight();
    Rectangle2D body =
        new Rectangle2D.Double(
            below.getX(),
            below.getY(),
            Math.max(1, below.getWidth() - right),
            Math.max(1, below.getHeight() - feet));
    ValueRange across = acrossShown(occasion).of(0, Math.max(1, shown.count()));
    NumberAxis moments = ChartAxes.hidden(across.low(), across.high());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            body,
            moments,
            bytes(style, shown, body.getHeight(), occasion),
            new HeldMark(shown, reading.stop(), style));
    new HeldFeet(shown, style).draw(g2, drawn);
    drawEnds(g2, style, shown, drawn);
    return drawn;
  }

  private NumberAxis bytes(ChartStyle style, HeldFace shown, double pixels, Occasion occasion) {
    ValueRange range = valuesShown(occasion).of(0, Math.max(100, AIR * shown.most()));
    ByteStep step = ByteStep.of(range.high() - range.low(), ChartAxes.mostTicks(style, pixels));
    double low = range.low() == 0 ? -0.015 * range.high() : range.low();
    return ChartAxes.labelled(
        style, low, range.high(), step.bytes(), value -> step.label(value, style.numbers()));
  }

  private static void drawEnds(Graphics2D g2, ChartStyle style, HeldFace shown, Scale scale) {
    double x = scale.area().getMaxX() + style.lineHeight();
    double most = scale.y((double) shown.most());
    Tone tone = shown.isProblem() ? Tone.PROBLEM : Tone.INK;
    style.write(
        g2, shown.words().most(), x, most, TextAnchor.CENTER_LEFT, tone.of(style.palette()));
    if (!shown.words().one().isEmpty()) {
      double one = Math.max(scale.y((double) shown.oneGraph()), most + 1.3 * style.lineHeight());
      style.write(g2, shown.words().one(), x, one, TextAnchor.CENTER_LEFT, style.palette().text());
    }
  }
}
