package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// What one step of a training holds in memory, from moment to moment, line by line of the loop.
public final class StepChart extends StopChart<StepFace> {
  private static final double AIR = 1.1;

  public StepChart(Text text) {
    super(text);
  }

  @Override
  Scale draw(
      StepFace shown,
      Reading reading,
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      Occasion occasion) {
    Rectangle2D below =
        new FullHeader(shown.words().measure(), legend(shown, style), reading.text())
            .draw(g2, style, area);
    Rectangle2D body =
        new Rectangle2D.Double(
            below.getX(),
            below.getY(),
            below.getWidth(),
            Math.max(1, below.getHeight() - 1.5 * style.lineHeight()));
    ValueRange across = acrossShown(occasion).of(0, Math.max(1, shown.moments().size()));
    Scale drawn =
        Plots.draw(
            g2,
            style,
            body,
            ChartAxes.hidden(across.low(), across.high()),
            bytes(style, shown, body.getHeight(), occasion),
            new StepMark(shown, reading.stop(), style));
    drawFeet(g2, style, shown, drawn);
    return drawn;
  }

  private static Legend legend(StepFace shown, ChartStyle style) {
    return new Legend(
        List.of(
            new Legend.Entry(shown.words().saved(), Swatches.block(StepMark.saved(style))),
            new Legend.Entry(shown.words().gradients(), Swatches.block(StepMark.gradients(style))),
            new Legend.Entry(
                shown.words().optimizer(), Swatches.hatched(StepMark.optimizer(style))),
            new Legend.Entry(
                shown.words().allocated(),
                Swatches.line(
                    ChartStyle.ink(style.palette().text()),
                    ChartStyle.dashed(style.thickness(1.4))))));
  }

  private NumberAxis bytes(ChartStyle style, StepFace shown, double pixels, Occasion occasion) {
    ValueRange range = valuesShown(occasion).of(0, Math.max(100, AIR * shown.most()));
    ByteStep step = ByteStep.of(range.high() - range.low(), ChartAxes.mostTicks(style, pixels));
    return ChartAxes.labelled(
        style,
        range.low(),
        range.high(),
        step.bytes(),
        value -> step.label(value, style.numbers()));
  }

  /// The line of the loop below its moments, where there is room for it.
  private static void drawFeet(Graphics2D g2, ChartStyle style, StepFace shown, Scale scale) {
    double y = scale.area().getMaxY() + 0.8 * style.lineHeight();
    double free = scale.area().getX();
    int from = 0;
    while (from < shown.moments().size()) {
      String phase = shown.moments().get(from).phase();
      int to = from;
      while (to < shown.moments().size() && shown.moments().get(to).phase().equals(phase)) {
        to++;
      }
      double middle = (scale.x(from) + scale.x(to)) / 2;
      double half = style.width(g2, phase) / 2;
      boolean isSeen = scale.x(to) > scale.area().getX() && scale.x(from) < scale.area().getMaxX();
      // A narrow line of the loop may lend room from one beside it, as long as nothing overlaps.
      double left = Math.max(free, middle - half);
      if (isSeen
          && left + 2 * half <= scale.area().getMaxX() + style.lineHeight()
          && left - (middle - half) < half) {
        style.write(g2, phase, left + half, y, TextAnchor.CENTER, style.palette().mutedText());
        free = left + 2 * half + style.gap();
      }
      from = to;
    }
  }
}
