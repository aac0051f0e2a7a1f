package org.modescope.ui.chart.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.SpotsChart;
import org.modescope.ui.chart.Swatches;
import org.modescope.words.Text;

/// How long each layer's gradient is in train and in eval mode, by the same batch and weights: a
/// row for each layer. Where they do not all fit, those are shown whose gradients differ most.
public final class BackwardChart extends SpotsChart<BackwardFace> {
  private static final double LEAST = 1e-12;
  private static final double LINES_PER_ROW = 1.25;

  public BackwardChart(Text text) {
    super(text, text.say("training.chart.nothing"));
  }

  @Override
  protected Spots draw(BackwardFace shown, Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double room = area.getHeight() - Header.height(style) - 1.6 * style.lineHeight();
    int most = (int) Math.max(1, room / (LINES_PER_ROW * style.lineHeight()));
    List<BackwardFace.Layer> layers = fitted(shown.layers(), most);
    boolean isAll = layers.size() == shown.layers().size();
    String measure = isAll ? shown.words().measure() : shown.words().more();
    Rectangle2D below = new FullHeader(measure, legend(shown, style), "").draw(g2, style, area);
    double names = widest(g2, style, layers.stream().map(BackwardFace.Layer::name));
    double angles = widest(g2, style, layers.stream().map(BackwardFace.Layer::angle));
    Rectangle2D body =
        new Rectangle2D.Double(
            below.getX() + names,
            below.getY(),
            Math.max(1, below.getWidth() - names - angles),
            below.getHeight());
    Scale scale =
        Plots.drawRows(
            g2,
            style,
            body,
            powers(g2, style, layers, body.getWidth()),
            rows(layers.size()),
            new BackwardMark(layers, LEAST, style));
    for (int row = 0; row < layers.size(); row++) {
      double y = scale.y(row);
      style.write(
          g2,
          layers.get(row).name(),
          area.getX() + 2,
          y,
          TextAnchor.CENTER_LEFT,
          style.palette().text());
      style.write(
          g2,
          layers.get(row).angle(),
          area.getMaxX(),
          y,
          TextAnchor.CENTER_RIGHT,
          style.palette().mutedText());
    }
    List<Integer> rows = layers.stream().map(shown.layers()::indexOf).toList();
    return new Spots(layers.size(), rows::get, row -> place(scale, row, layers.get(row)));
  }

  private static Rectangle2D place(Scale scale, int row, BackwardFace.Layer layer) {
    double y = scale.y(row);
    Rectangle2D both = Spots.dot(scale.x(power(layer.train())), y, BackwardMark.RADIUS);
    both.add(Spots.dot(scale.x(power(layer.eval())), y, BackwardMark.RADIUS));
    return both;
  }

  private static double power(double norm) {
    return Math.log10(Math.max(norm, LEAST));
  }

  private static List<BackwardFace.Layer> fitted(List<BackwardFace.Layer> layers, int most) {
    if (layers.size() <= most) {
      return layers;
    }
    List<BackwardFace.Layer> apart =
        layers.stream()
            .sorted(Comparator.comparingDouble(BackwardChart::alike))
            .limit(most)
            .toList();
    return layers.stream().filter(apart::contains).toList();
  }

  /// Less the more they differ.
  private static double alike(BackwardFace.Layer layer) {
    return -Math.abs(
        Math.log10(Math.max(layer.train(), LEAST)) - Math.log10(Math.max(layer.eval(), LEAST)));
  }

  private static double widest(Graphics2D g2, ChartStyle style, Stream<String> words) {
    return words.mapToDouble(each -> style.width(g2, each)).max().orElse(0) + style.lineHeight();
  }

  private static NumberAxis rows(int count) {
    NumberAxis rows = ChartAxes.hidden(-0.6, count - 0.4);
    rows.setInverted(true);
    return rows;
  }

  /// Whole powers of ten, so many apart that their labels do not touch.
  private static NumberAxis powers(
      Graphics2D g2, ChartStyle style, List<BackwardFace.Layer> layers, double pixels) {
    double[] powers =
        layers.stream()
            .flatMapToDouble(each -> DoubleStream.of(each.train(), each.eval()))
            .map(norm -> Math.log10(Math.max(norm, LEAST)))
            .sorted()
            .toArray();
    double low = Math.floor(powers[0] - 0.1);
    double high = Math.ceil(powers[powers.length - 1] + 0.1);
    int most = ChartAxes.mostTicks(g2, style, power(style, low), pixels);
    double step = Math.max(1, Math.ceil((high - low) / most));
    return ChartAxes.labelled(style, low, high, step, value -> power(style, value));
  }

  private static String power(ChartStyle style, double exponent) {
    return style.numbers().plain(Math.pow(10, Math.rint(exponent)));
  }

  private static Legend legend(BackwardFace shown, ChartStyle style) {
    Color train = ChartStyle.ink(style.palette().train());
    Legend.Swatch triangle =
        (g2, square) -> {
          g2.setPaint(train);
          g2.fill(
              BackwardMark.triangle(
                  square.getCenterX(), square.getCenterY(), square.getWidth() / 2.5));
        };
    return new Legend(
        List.of(
            new Legend.Entry(shown.words().train(), triangle),
            new Legend.Entry(
                shown.words().eval(), Swatches.ring(ChartStyle.ink(style.palette().eval())))));
  }
}
