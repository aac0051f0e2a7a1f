package org.modescope.ui.chart.memory;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ByteText;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.NumberText;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.TickStep;

/// How much memory is held in the course of one pass, through forward and backward, and how much it
/// would be if every output were kept.
public final class MemoryTimelineChart extends Chart {
  /// A line for kept outputs this many times above the peak would flatten the steps; it is left to
  /// the legend.
  private static final double MOST_ABOVE_PEAK = 4;

  private static final BasicStroke KEPT_STROKE = ChartStyle.dashed(1.2);

  private List<Moment> moments = List.of();
  private @Nullable GraphMemory memory;
  private int keptOutputs;

  /// Shows the life of one pass's graph.
  ///
  /// @param keptOutputs how many outputs the user might keep, each with its graph; the line is left
  ///   out below 2
  public void show(Optional<GraphMemory> memory, int keptOutputs) {
    this.memory = memory.orElse(null);
    this.keptOutputs = keptOutputs;
    moments = memory.map(GraphMemory::timeline).orElse(List.of());
    setAccessibleText(
        memory
            .map(shown -> MemoryWords.timelineSummary(shown, keptOutputs))
            .orElse("Memory over one pass: nothing to show"));
    repaintLater();
  }

  @Override
  public ChartTable table() {
    return MemoryWords.timeline(moments);
  }

  @Override
  public String shownText() {
    return "";
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    return moments.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double peak = moments.stream().mapToLong(Moment::heldBytes).max().orElse(0);
    boolean fits = keptBytes() <= MOST_ABOVE_PEAK * peak;
    Rectangle2D body =
        new Header("held by the graph", legend(style, fits), "").draw(g2, style, area);
    double highest = Math.max(1, Math.max(peak, fits ? keptBytes() : 0));
    // Room above the steps for the names of the phases.
    double end = highest * 1.25;
    ByteStep step = ByteStep.of(end, ChartAxes.mostTicks(style, body.getHeight()));
    Scale scale =
        Plots.draw(
            g2,
            style,
            withOverhang(g2, style, body),
            layerAxis(g2, style, body.getWidth()),
            ChartAxes.labelled(style, 0, end, step.bytes(), step::label),
            new TimelineMark(moments, style));
    if (keptBytes() > 0 && fits) {
      drawKept(g2, style, scale);
    }
  }

  private double keptBytes() {
    return memory == null || keptOutputs < 2 ? 0 : (double) keptOutputs * memory.heldBytes();
  }

  private NumberAxis layerAxis(Graphics2D g2, ChartStyle style, double pixels) {
    int mostTicks = ChartAxes.mostTicks(g2, style, longestName(), pixels);
    double step = TickStep.whole(moments.size(), mostTicks).size();
    return ChartAxes.labelled(
        style, -0.5, moments.size() - 0.5, step, value -> moments.get((int) value).layer());
  }

  private String longestName() {
    return moments.stream()
        .map(Moment::layer)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /// The area, less what the last layer's name may need beyond the end of the axis.
  private Rectangle2D withOverhang(Graphics2D g2, ChartStyle style, Rectangle2D body) {
    double slot = body.getWidth() / moments.size();
    double overhang = Math.max(0, (style.width(g2, longestName()) - slot) / 2);
    return new Rectangle2D.Double(
        body.getX(), body.getY(), body.getWidth() - overhang, body.getHeight());
  }

  private Legend legend(ChartStyle style, boolean fits) {
    if (keptBytes() == 0) {
      return new Legend(List.of());
    }
    String text =
        "if you keep all %s outputs: %s%s"
            .formatted(
                NumberText.of(keptOutputs), ByteText.of((long) keptBytes()), fits ? "" : " ↑");
    return new Legend(List.of(new Legend.Entry(text, Swatches.line(keptInk(style), KEPT_STROKE))));
  }

  private void drawKept(Graphics2D g2, ChartStyle style, Scale scale) {
    double y = scale.y(keptBytes());
    g2.setPaint(keptInk(style));
    g2.setStroke(KEPT_STROKE);
    g2.draw(new Line2D.Double(scale.area().getX(), y, scale.area().getMaxX(), y));
  }

  private static Color keptInk(ChartStyle style) {
    return ChartStyle.ink(style.palette().text(), 0.7);
  }
}
