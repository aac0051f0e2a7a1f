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
import org.modescope.ui.chart.Axes;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Instrument;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Look;
import org.modescope.ui.chart.Notice;
import org.modescope.ui.chart.NumberText;
import org.modescope.ui.chart.Plots;

/// What each layer keeps for backward, by kind; or, where no graph was recorded, in outline what it
/// would keep.
///
/// Pointing at a segment shows which tensor it is.
public final class GraphMemoryChart extends Instrument {
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
  public void draw(Graphics2D g2, Look look, Rectangle2D area) {
    boolean isRecorded = memory != null && memory.recorded();
    double top = isRecorded ? 0 : Notice.drawAtTop(g2, look, area, NO_GRAPH) + look.gap();
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + top, area.getWidth(), area.getHeight() - top);
    String measure = isRecorded ? "kept for backward" : "with grad on, a pass would keep";
    String readout = hovered == null ? "" : hovered.description();
    Rectangle2D body = new Header(measure, new Legend(List.of()), readout).draw(g2, look, below);
    MemoryMark.Filling filling = isRecorded ? MemoryMark.Filling.SOLID : MemoryMark.Filling.OUTLINE;
    Legend legend = new MemoryMark(rows, filling, look).legend();
    double legendHeight = legend.height(g2, look, body.getWidth());
    double height = body.getHeight() - legendHeight - look.gap();
    drawRows(
        g2,
        look,
        filling,
        new Rectangle2D.Double(body.getX(), body.getY(), body.getWidth(), height));
    legend.draw(
        g2,
        look,
        new Rectangle2D.Double(
            body.getX() + 2, body.getMaxY() - legendHeight, body.getWidth() - 2, legendHeight));
  }

  private void drawRows(Graphics2D g2, Look look, MemoryMark.Filling filling, Rectangle2D area) {
    int lines = (int) Math.max(1, area.getHeight() / look.lineHeight());
    boolean hasTicks = rows.size() < lines;
    shown = MemoryRow.fitted(rows, hasTicks ? lines - 1 : lines);
    MemoryMark mark = new MemoryMark(shown, filling, look);
    NumberAxis bytes = byteAxis(g2, look, area.getWidth());
    bytes.setTickLabelsVisible(hasTicks);
    Plots.drawRows(g2, look, area, bytes, rowAxis(g2, look, area), mark);
    drawn = mark.drawn();
  }

  private NumberAxis rowAxis(Graphics2D g2, Look look, Rectangle2D area) {
    double widest = 0.3 * area.getWidth();
    NumberAxis axis =
        Axes.labelled(
            look,
            -0.5,
            shown.size() - 0.5,
            1,
            row -> look.fit(g2, shown.get((int) row).name(), widest));
    axis.setInverted(true);
    return axis;
  }

  private NumberAxis byteAxis(Graphics2D g2, Look look, double width) {
    long longest = Math.max(1, shown.stream().mapToLong(MemoryRow::length).max().orElse(1));
    double text =
        shown.stream().mapToDouble(row -> look.width(g2, row.bytesText())).max().orElse(0)
            + 2 * look.gap();
    double names =
        shown.stream().mapToDouble(row -> look.width(g2, row.name())).max().orElse(0) + 10;
    double plotWidth = Math.max(1, width - Math.min(names, 0.3 * width + 10));
    double end = longest * plotWidth / Math.max(1, plotWidth - text);
    int mostTicks = Axes.mostTicks(g2, look, "10,000 KiB", plotWidth);
    ByteStep step = ByteStep.of(end, mostTicks);
    return Axes.labelled(look, 0, end, step.bytes(), step::label);
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
