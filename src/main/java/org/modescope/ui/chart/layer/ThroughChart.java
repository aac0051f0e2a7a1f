package org.modescope.ui.chart.layer;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Readout;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Spots;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// What comes out of a layer against what goes in, number by number.
public final class ThroughChart extends Chart {
  private static final int MOST = 2000;

  private float @Nullable [] x;
  private float[] y = {};
  private int pointed = -1;
  private Mode mode = Mode.TRAIN;
  private final Readout readout;

  // The read-out only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public ThroughChart(Text text) {
    super(text);
    readout = new Readout(this);
  }

  /// Shows as many outputs as inputs; nothing where there are not.
  public void show(float @Nullable [] input, float[] output, Mode layerMode) {
    if (!Arrays.equals(y, output) || !Arrays.equals(x, input)) {
      readout.changed();
    }
    x = input;
    y = output;
    mode = layerMode;
    repaintLater();
  }

  /// Lets one number stand out.
  public void point(int index) {
    pointed = index;
    repaintLater();
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return x == null ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    float[] given = x;
    if (given == null) {
      return;
    }
    ValueRange across = new ValueRange();
    across.includeAll(given);
    ValueRange up = new ValueRange();
    up.includeAll(y);
    Rectangle2D body =
        new Header(style.say("chart.layer.through.measure"), new Legend(List.of()), "")
            .draw(g2, style, area);
    Scale scale =
        Plots.draw(
            g2,
            style,
            body,
            ChartAxes.values(style, across.padded(), body.getWidth() / 3),
            ChartAxes.values(style, up.padded(), body.getHeight()),
            (graphics, plot) -> drawDots(graphics, style, plot, given, occasion));
    int step = Math.ceilDiv(given.length, MOST);
    readout.draw(
        g2,
        style,
        occasion,
        new Spots(
            Math.ceilDiv(given.length, step),
            mark -> mark * step,
            mark -> Spots.dot(scale.x(given[mark * step]), scale.y(y[mark * step]), 2.4)));
  }

  private void drawDots(
      Graphics2D g2, ChartStyle style, Scale scale, float[] given, Occasion occasion) {
    int step = Math.ceilDiv(given.length, MOST);
    g2.setPaint(ChartStyle.ink(style.palette().of(mode), 0.6));
    for (int i = 0; i < given.length; i += step) {
      g2.fill(dot(scale.x(given[i]), scale.y(y[i]), 2.4));
    }
    if (occasion == Occasion.SCREEN && pointed >= 0 && pointed < given.length) {
      g2.setPaint(ChartStyle.ink(style.palette().text()));
      g2.setStroke(ChartStyle.solid(2));
      g2.draw(dot(scale.x(given[pointed]), scale.y(y[pointed]), 5));
    }
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public ChartTable table(Text language) {
    float[] given = x == null ? new float[0] : x;
    return new ChartTable(
        List.of(language.say("chart.layer.table.input"), language.say("chart.layer.table.output")),
        IntStream.range(0, given.length)
            .mapToObj(i -> List.<ChartTable.Cell>of(Measure.of(given[i]), Measure.of(y[i])))
            .toList());
  }
}
