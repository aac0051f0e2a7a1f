package org.modescope.ui.chart.output;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Mark;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;

/// Draws each output in a slot of its own: the band of mean ± 1 sd, the mean, the samples in order
/// of passes from left to right, what theory predicts, and the extremes wherever no sample shows
/// them.
///
/// @param output what is drawn
/// @param mode whose colour it takes
/// @param style for the prediction, which is neither mode's
record OutputMark(OutputVariance output, Mode mode, ChartStyle style) implements Mark {
  /// More dots than this add paint time but no information: extremes are marked anyway.
  private static final int MOST_DOTS = 4096;

  /// With few outputs, wider bands would look like areas.
  private static final double WIDEST_HALF = 32;

  @Override
  public void draw(Graphics2D g2, Scale scale) {
    double half = half(scale);
    List<Sample> drawn = drawnSamples(output, scale);
    scale
        .columnsSeen(output.mean().length)
        .filter(element -> Double.isFinite(output.mean()[element]))
        .forEach(element -> drawOutput(g2, scale, element, half, drawn));
  }

  private void drawOutput(
      Graphics2D g2, Scale scale, int element, double half, List<Sample> drawn) {
    drawBand(g2, scale, element, half);
    drawMean(g2, scale, element, half);
    drawDots(g2, scale, element, half, drawn);
    drawPrediction(g2, scale, element, half);
  }

  /// Whether some passes have no dot, so that extremes may have to be marked.
  ///
  /// @param seen how many outputs are in view
  static boolean hidesPasses(OutputVariance output, int seen) {
    return output.samples().size() < output.passes() || stride(output, seen) > 1;
  }

  private static int stride(OutputVariance output, long seen) {
    return (int) Math.ceil((double) output.samples().size() * seen / MOST_DOTS);
  }

  /// How far a slot's marks reach from its middle.
  static double half(Scale scale) {
    return Math.min(WIDEST_HALF, 0.36 * (scale.x(1) - scale.x(0)));
  }

  /// Where a sample stands in its slot, from the middle: in order of passes.
  static double place(int index, int samples, double half, double radius) {
    double order = samples == 1 ? 0 : 2.0 * index / (samples - 1) - 1;
    return order * (half - radius / 2);
  }

  /// The samples that are drawn, evenly thinned where there would be too many dots.
  static List<Sample> drawnSamples(OutputVariance output, Scale scale) {
    List<Sample> samples = output.samples();
    int stride = stride(output, scale.columnsSeen(output.mean().length).count());
    return stride <= 1
        ? samples
        : IntStream.range(0, samples.size() / stride)
            .mapToObj(index -> samples.get(index * stride))
            .toList();
  }

  private void drawBand(Graphics2D g2, Scale scale, int element, double half) {
    double mean = output.mean()[element];
    double deviation = output.standardDeviation()[element];
    if (deviation > 0 && Double.isFinite(deviation)) {
      double top = scale.y(mean + deviation);
      double height = Math.max(1, scale.y(mean - deviation) - top);
      double corner = Math.min(6, half);
      g2.setPaint(color(0.18));
      g2.fill(
          new RoundRectangle2D.Double(
              scale.x(element) - half, top, 2 * half, height, corner, corner));
    }
  }

  private void drawMean(Graphics2D g2, Scale scale, int element, double half) {
    double thickness = style.thickness(output.identical() ? 3 : 2);
    double top = scale.y(output.mean()[element]) - thickness / 2;
    g2.setPaint(color(1));
    g2.fill(new Rectangle2D.Double(scale.x(element) - half, top, 2 * half, thickness));
  }

  private void drawDots(Graphics2D g2, Scale scale, int element, double half, List<Sample> drawn) {
    double radius = style.thickness(half > 4 && drawn.size() <= 64 ? 2 : 1.5);
    ValueRange dots = new ValueRange();
    g2.setPaint(color(drawn.size() <= 24 ? 0.95 : Math.max(0.3, 5 / Math.sqrt(drawn.size()))));
    for (int index = 0; index < drawn.size(); index++) {
      double value = drawn.get(index).values()[element];
      if (Double.isFinite(value)) {
        double x = scale.x(element) + place(index, drawn.size(), half, radius);
        dots.include(value);
        g2.fill(circle(x, scale.y(value), radius));
      }
    }
    drawExtreme(g2, scale, element, output.minimum()[element], dots);
    drawExtreme(g2, scale, element, output.maximum()[element], dots);
  }

  /// An open circle at an extreme that lies beyond every dot.
  private void drawExtreme(Graphics2D g2, Scale scale, int element, double value, ValueRange dots) {
    boolean isShown = !dots.isEmpty() && value >= dots.low() && value <= dots.high();
    if (Double.isFinite(value) && !isShown) {
      g2.setPaint(color(1));
      g2.setStroke(ChartStyle.solid(style.thickness(1.2)));
      g2.draw(circle(scale.x(element), scale.y(value), style.thickness(2.5)));
    }
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private void drawPrediction(Graphics2D g2, Scale scale, int element, double half) {
    if (output.predicted().isEmpty()) {
      return;
    }
    double deviation = output.predicted().get()[element];
    if (deviation > 0 && Double.isFinite(deviation)) {
      g2.setPaint(ChartStyle.ink(style.palette().text(), 0.8));
      g2.setStroke(ChartStyle.dashed(style.thickness(1.2)));
      double reach = half + Math.min(2, half / 4);
      double x = scale.x(element);
      for (int side : new int[] {-1, 1}) {
        double y = scale.y(output.mean()[element] + side * deviation);
        g2.draw(new Line2D.Double(x - reach, y, x + reach, y));
      }
    }
  }

  private Color color(double opacity) {
    return ChartStyle.ink(style.palette().of(mode), opacity);
  }
}
