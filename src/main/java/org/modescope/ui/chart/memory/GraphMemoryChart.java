package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.NumberText;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.WrappedText;

/// What each layer keeps for backward, by kind; or, where no graph was recorded, in outline what it
/// would keep.
///
/// Pointing at a segment shows which tensor it is.
public final class GraphMemoryChart extends Chart {
  private static final String NO_GRAPH =
      "no graph: nothing is kept for backward, and backward() would raise";

  private @Nullable GraphMemory memory;
  private List<MemoryRow> rows = List.of();
  private List<MemoryRow> shown = List.of();
  private List<MemoryMark.Drawn> drawn = List.of();
  private @Nullable MemorySegment hovered;

  public GraphMemoryChart() {
    setOnMouseMoved(this::hover);
    setOnMouseExited(event -> hover(Optional.empty()));
  }

  /// Shows what one pass keeps.
  public void show(Optional<GraphMemory> memory) {
    this.memory = memory.orElse(null);
    rows = memory.flatMap(GraphMemoryChart::drawable).map(MemoryRow::of).orElse(List.of());
    shown = rows;
    hovered = null;
    drawn = List.of();
    setAccessibleText(memory.map(MemoryWords::summary).orElse("Graph memory: nothing to show"));
    repaintLater();
  }

  private static Optional<GraphMemory> drawable(GraphMemory memory) {
    return memory.recorded() ? Optional.of(memory) : memory.ifRecorded();
  }

  @Override
  public ChartTable table() {
    return memory == null ? MemoryWords.emptyTable() : MemoryWords.table(memory);
  }

  @Override
  public String shownText() {
    return shown.size() == rows.size()
        ? ""
        : "largest %s of %s layers"
            .formatted(NumberText.of(shown.size() - 1), NumberText.of(rows.size()));
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (memory == null) {
      return Optional.of(placeholder);
    }
    if (rows.isEmpty()) {
      return Optional.of(memory.recorded() ? "the graph keeps nothing" : NO_GRAPH);
    }
    return Optional.empty();
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    boolean isRecorded = memory != null && memory.recorded();
    double top = isRecorded ? 0 : WrappedText.drawAtTop(g2, style, area, NO_GRAPH) + style.gap();
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + top, area.getWidth(), area.getHeight() - top);
    String measure = isRecorded ? "kept for backward" : "with grad on, a pass would keep";
    String readout = hovered == null ? "" : hovered.description();
    Rectangle2D body = new Header(measure, new Legend(List.of()), readout).draw(g2, style, below);
    MemoryMark.Filling filling = isRecorded ? MemoryMark.Filling.SOLID : MemoryMark.Filling.OUTLINE;
    Legend legend = new MemoryMark(rows, filling, style).legend();
    double legendHeight = legend.height(g2, style, body.getWidth());
    double height = body.getHeight() - legendHeight - style.gap();
    drawRows(
        g2,
        style,
        filling,
        new Rectangle2D.Double(body.getX(), body.getY(), body.getWidth(), height));
    legend.draw(
        g2,
        style,
        new Rectangle2D.Double(
            body.getX() + 2, body.getMaxY() - legendHeight, body.getWidth() - 2, legendHeight));
  }

  private void drawRows(
      Graphics2D g2, ChartStyle style, MemoryMark.Filling filling, Rectangle2D area) {
    int lines = (int) Math.max(1, area.getHeight() / style.lineHeight());
    boolean hasTicks = rows.size() < lines;
    shown = MemoryRow.fitted(rows, hasTicks ? lines - 1 : lines);
    MemoryMark mark = new MemoryMark(shown, filling, style);
    NumberAxis bytes = byteAxis(g2, style, area.getWidth());
    bytes.setTickLabelsVisible(hasTicks);
    Plots.drawRows(g2, style, area, bytes, rowAxis(g2, style, area), mark);
    drawn = mark.drawn();
  }

  private NumberAxis rowAxis(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    double widest = 0.3 * area.getWidth();
    NumberAxis axis =
        ChartAxes.labelled(
            style,
            -0.5,
            shown.size() - 0.5,
            1,
            row -> style.fit(g2, shown.get((int) row).name(), widest));
    axis.setInverted(true);
    return axis;
  }

  private NumberAxis byteAxis(Graphics2D g2, ChartStyle style, double width) {
    long longest = Math.max(1, shown.stream().mapToLong(MemoryRow::length).max().orElse(1));
    double text =
        shown.stream().mapToDouble(row -> style.width(g2, row.bytesText())).max().orElse(0)
            + 2 * style.gap();
    double names =
        shown.stream().mapToDouble(row -> style.width(g2, row.name())).max().orElse(0) + 10;
    double plotWidth = Math.max(1, width - Math.min(names, 0.3 * width + 10));
    double end = longest * plotWidth / Math.max(1, plotWidth - text);
    int mostTicks = ChartAxes.mostTicks(g2, style, "10,000 KiB", plotWidth);
    ByteStep step = ByteStep.of(end, mostTicks);
    return ChartAxes.labelled(style, 0, end, step.bytes(), step::label);
  }

  private void hover(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    hover(
        drawn.stream()
            .filter(segment -> segment.box().contains(x, y))
            .map(MemoryMark.Drawn::segment)
            .findFirst());
  }

  private void hover(Optional<MemorySegment> segment) {
    MemorySegment next = segment.orElse(null);
    if (!Objects.equals(next, hovered)) {
      hovered = next;
      repaintLater();
    }
  }
}
