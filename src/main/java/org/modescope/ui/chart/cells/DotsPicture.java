package org.modescope.ui.chart.cells;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.OutputVariance.Sample;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.ValueRange;
import org.modescope.words.Text;

/// The answers of a cell: a column of dots per output, a dot per pass; one dash where all passes
/// gave the same.
public final class DotsPicture extends Small {
  private static final int MOST_PASSES = 24;
  private static final double DOT = 1.35;

  /// Passes stand side by side in so many places, so that dots that are close do not hide one
  /// another.
  private static final int PLACES = 5;

  private Optional<OutputVariance> output = Optional.empty();
  private ValueRange axis = new ValueRange();
  private Mode mode = Mode.TRAIN;

  public DotsPicture(Text text) {
    super(text);
  }

  /// Shows a cell's answers on the axis of all cells, in the colour of its mode.
  public void show(Optional<OutputVariance> shown, CommonScale common, Mode cellMode) {
    output = shown;
    axis = common.answers();
    mode = cellMode;
    repaintLater();
  }

  @Override
  boolean hasData() {
    return output.isPresent();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    output.ifPresent(shown -> draw(g2, style, area, shown));
  }

  private void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, OutputVariance shown) {
    int outputs = shown.minimum().length;
    int step = CommonScale.step(outputs, CommonScale.MOST_OUTPUTS);
    int columns = CommonScale.drawnOutputs(outputs);
    Scale scale =
        new Scale(area, ChartAxes.hidden(0, columns), ChartAxes.hidden(axis.low(), axis.high()));
    drawZero(g2, style, area, scale);
    Color color = ChartStyle.ink(style.palette().of(mode), shown.identical() ? 1 : 0.8);
    g2.setPaint(color);
    for (int column = 0; column < columns; column++) {
      drawColumn(g2, style, scale, shown, column, column * step);
    }
  }

  private void drawZero(Graphics2D g2, ChartStyle style, Rectangle2D area, Scale scale) {
    if (axis.low() < 0 && axis.high() > 0) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.35));
      g2.setStroke(ChartStyle.solid(1));
      g2.draw(new Line2D.Double(area.getX(), scale.y(0), area.getMaxX(), scale.y(0)));
    }
  }

  private static void drawColumn(
      Graphics2D g2, ChartStyle style, Scale scale, OutputVariance shown, int column, int output) {
    double left = scale.x(column);
    double width = scale.x(column + 1) - left;
    if (shown.identical()) {
      double y = scale.y(shown.minimum()[output]);
      if (Double.isFinite(y)) {
        g2.setStroke(
            new BasicStroke(
                (float) style.thickness(2.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g2.draw(new Line2D.Double(left + 0.18 * width, y, left + 0.82 * width, y));
      }
      return;
    }
    double radius = style.thickness(DOT);
    List<Sample> passes = passes(shown);
    for (int index = 0; index < passes.size(); index++) {
      double x = left + width * (0.5 + 0.13 * (index % PLACES - (PLACES - 1) / 2.0));
      double y = scale.y(passes.get(index).values()[output]);
      if (Double.isFinite(y)) {
        g2.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      }
    }
  }

  private static List<Sample> passes(OutputVariance shown) {
    int step = CommonScale.step(shown.samples().size(), MOST_PASSES);
    List<Sample> passes = new ArrayList<>();
    for (int index = 0; index < shown.samples().size(); index += step) {
      passes.add(shown.samples().get(index));
    }
    return passes;
  }

  /// The answers that the dots stand for are in the table of the screen.
  @Override
  public ChartTable table(Text language) {
    return new ChartTable(List.of(), List.of());
  }
}
