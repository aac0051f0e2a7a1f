package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// Lines over the epochs of a training.
///
/// The measurement nearest to the pointer is read out. The left and right arrow keys go from one to
/// the next, and Escape leaves it.
public final class CurvesChart extends StopChart<CurvesFace> {
  public CurvesChart(Text text) {
    super(text);
  }

  @Override
  Scale draw(
      CurvesFace shown,
      Reading reading,
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      Occasion occasion) {
    Rectangle2D below =
        new FullHeader(shown.measure(), legend(shown, style), reading.text()).draw(g2, style, area);
    EndLabels labels = EndLabels.within(shown, style, g2, below.getWidth());
    // Half of the first label stands left of the axis, where there may be but one narrow number.
    String first = style.say("training.chart.epoch", "epoch", 0);
    double left = Math.max(0, style.width(g2, first) / 2 - style.lineHeight());
    Rectangle2D body =
        new Rectangle2D.Double(
            below.getX() + left,
            below.getY(),
            Math.max(1, below.getWidth() - labels.width(g2) - left),
            below.getHeight());
    Scale drawn =
        Plots.draw(
            g2,
            style,
            body,
            epochAxis(g2, style, shown, body.getWidth(), occasion),
            valueAxis(style, shown, body.getHeight(), occasion),
            new CurvesMark(shown, reading.stop(), style));
    labels.draw(g2, drawn);
    return drawn;
  }

  private static Legend legend(CurvesFace shown, ChartStyle style) {
    return new Legend(
        shown.legend().stream()
            .map(
                meaning ->
                    new Legend.Entry(
                        meaning.text(),
                        Swatches.line(meaning.look().ink(style), meaning.look().stroke(style))))
            .toList());
  }

  private NumberAxis epochAxis(
      Graphics2D g2, ChartStyle style, CurvesFace shown, double pixels, Occasion occasion) {
    ValueRange range = acrossShown(occasion).of(0, Math.max(shown.epochs(), 1e-6));
    String widest = style.numbers().count((long) Math.ceil(shown.epochs()));
    double extent = range.high() - range.low();
    TickStep step = TickStep.whole(extent, ChartAxes.mostTicks(g2, style, widest, pixels));
    // Room for the half of the first label, which says what is counted.
    double air = 0.012 * extent;
    String first = style.say("training.chart.epoch", "epoch", 0);
    double between = (style.width(g2, first) + style.width(g2, widest)) / 2 + style.gap();
    double taken = between / Math.max(1, pixels - style.width(g2, first)) * extent;
    return ChartAxes.labelled(
        style,
        range.low() - air,
        range.high() + air,
        step.size(),
        epoch -> {
          if (epoch == 0) {
            return first;
          }
          return range.low() <= 0 && epoch < taken ? "" : style.numbers().count(Math.round(epoch));
        });
  }

  private NumberAxis valueAxis(
      ChartStyle style, CurvesFace shown, double pixels, Occasion occasion) {
    ValueRange range = valuesShown(occasion).of(shown.axis().low(), shown.axis().high());
    double extent = range.high() - range.low();
    int ticks = ChartAxes.mostTicks(style, pixels);
    return switch (shown.axis().unit()) {
      case PLAIN -> {
        TickStep step = TickStep.of(extent, ticks);
        yield ChartAxes.labelled(
            style,
            range.low(),
            range.high(),
            step.size(),
            value -> step.label(value, style.numbers()));
      }
      case SHARE ->
          ChartAxes.labelled(
              style,
              range.low(),
              range.high(),
              extent > 0.99 ? 0.25 : TickStep.of(extent, ticks).size(),
              value -> style.say("training.chart.percent", "percent", Math.round(100 * value)));
      case POWERS ->
          ChartAxes.labelled(
              style,
              range.low(),
              range.high(),
              TickStep.whole(extent, ticks).size(),
              power -> style.numbers().plain(Math.pow(10, power)));
      case BYTES -> {
        ByteStep step = ByteStep.of(extent, ticks);
        yield ChartAxes.labelled(
            style,
            range.low(),
            range.high(),
            step.bytes(),
            value -> step.label(value, style.numbers()));
      }
    };
  }
}
