package org.modescope.ui.chart.cells;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// The running means of a layer over the passes of a cell, a line per channel, thick where they
/// stand still; at the right the means of the batch itself, where the lines go.
public final class LinesPicture extends Small {
  private static final double BATCH = 10;

  private Optional<RunningStatistics> traced = Optional.empty();
  private ValueRange axis = new ValueRange();
  private Mode mode = Mode.TRAIN;

  public LinesPicture(Text text) {
    super(text);
  }

  /// Shows a cell's running means on the axis of all cells, in the colour of its mode.
  public void show(Optional<RunningStatistics> shown, CommonScale common, Mode cellMode) {
    traced = shown;
    axis = common.means();
    mode = cellMode;
    repaintLater();
  }

  @Override
  boolean hasData() {
    return traced.filter(shown -> !shown.mean().stretches().isEmpty()).isPresent();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    traced.ifPresent(shown -> draw(g2, style, area, shown));
  }

  private void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, RunningStatistics shown) {
    double batch = style.thickness(BATCH);
    Rectangle2D left =
        new Rectangle2D.Double(
            area.getX(), area.getY(), Math.max(1, area.getWidth() - 1.5 * batch), area.getHeight());
    int passes = shown.mean().stretches().getLast().lastPass();
    Scale scale =
        new Scale(
            left,
            ChartAxes.hidden(0, Math.max(1, passes)),
            ChartAxes.hidden(axis.low(), axis.high()));
    int channels = shown.mean().start().length;
    int step = CommonScale.step(channels, CommonScale.MOST_CHANNELS);
    for (int channel = 0; channel < channels; channel += step) {
      drawBatch(g2, style, scale, shown, channel, area.getMaxX() - batch, area.getMaxX());
      g2.setPaint(ChartStyle.ink(style.palette().of(mode), shown.moved() ? 0.75 : 1));
      g2.setStroke(
          new BasicStroke(
              (float) style.thickness(shown.moved() ? 1.1 : 2.8),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      g2.draw(line(scale, shown, channel));
    }
  }

  private static void drawBatch(
      Graphics2D g2,
      ChartStyle style,
      Scale scale,
      RunningStatistics shown,
      int channel,
      double from,
      double to) {
    if (channel < shown.batchMean().length && Float.isFinite(shown.batchMean()[channel])) {
      double y = scale.y(shown.batchMean()[channel]);
      g2.setPaint(ChartStyle.ink(style.palette().text(), 0.45));
      g2.setStroke(ChartStyle.solid(style.thickness(1.4)));
      g2.draw(new Line2D.Double(from, y, to, y));
    }
  }

  private static Path2D line(Scale scale, RunningStatistics shown, int channel) {
    Path2D line = new Path2D.Double();
    line.moveTo(scale.x(0), scale.y(finite(shown.mean().start()[channel])));
    for (Stretch stretch : shown.mean().stretches()) {
      float value = stretch.last()[channel];
      if (Float.isFinite(value)) {
        line.lineTo(scale.x(stretch.lastPass()), scale.y(value));
      }
    }
    return line;
  }

  private static float finite(float value) {
    return Float.isFinite(value) ? value : 0;
  }

  /// The statistics are in the table of the screen.
  @Override
  public ChartTable table(Text language) {
    return new ChartTable(List.of(), List.of());
  }
}
