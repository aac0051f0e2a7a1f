package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.Readout;
import org.modescope.ui.chart.Spots;
import org.modescope.words.Text;

/// What the graph of a whole pass keeps, by each way of counting, and not which layer keeps it.
public final class TotalsChart extends Chart {
  private static final double BAR_LINES = 1.5;
  private static final double ROW_LINES = 3;

  private Optional<GraphMemory> memory = Optional.empty();
  private final Readout readout;

  // The read-out only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  public TotalsChart(Text text) {
    super(text);
    readout = new Readout(this);
  }

  /// Shows what one pass keeps.
  public void show(Optional<GraphMemory> shown) {
    memory = shown.filter(GraphMemory::recorded);
    readout.changed();
    describe(
        memory
            .map(kept -> new MemoryWords(text()).summary(kept, Accounting.EXTRA))
            .orElseGet(() -> text().say("chart.memory.nothing")));
    repaintLater();
  }

  @Override
  public ChartTable table(Text language) {
    List<String> header =
        List.of(language.say("chart.memory.table.count"), language.say("chart.memory.table.bytes"));
    return new ChartTable(
        header,
        memory.stream()
            .flatMap(
                kept -> Arrays.stream(Accounting.values()).map(each -> row(each, kept, language)))
            .toList());
  }

  private static List<Cell> row(Accounting accounting, GraphMemory kept, Text language) {
    return List.of(new Word(name(accounting, language)), new Count(accounting.of(kept)));
  }

  private String name(Accounting accounting) {
    return name(accounting, text());
  }

  private static String name(Accounting accounting, Text language) {
    return language.say("instrument.memory.accounting." + accounting.key());
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return memory.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    if (memory.isEmpty()) {
      return;
    }
    GraphMemory kept = memory.get();
    long longest = Math.max(1, kept.packedBytes());
    double label = 0;
    double value = 0;
    for (Accounting each : Accounting.values()) {
      label = Math.max(label, style.width(g2, name(each)));
      value = Math.max(value, style.width(g2, bytes(style, each.of(kept))));
    }
    double left = area.getX() + label + 2 * style.gap();
    double room = Math.max(1, area.getMaxX() - value - 2 * style.gap() - left);
    double height = Math.min(ROW_LINES * style.lineHeight(), area.getHeight() / 3);
    double y = area.getY() + Math.max(0, area.getHeight() - 3 * height) / 2;
    for (Accounting each : Accounting.values()) {
      double width = room * each.of(kept) / longest;
      bar(g2, style, each, left, y + height / 2, width);
      String told = bytes(style, each.of(kept));
      style.write(
          g2,
          name(each),
          left - style.gap(),
          y + height / 2,
          TextAnchor.CENTER_RIGHT,
          style.palette().mutedText());
      style.write(
          g2,
          told,
          left + width + style.gap(),
          y + height / 2,
          TextAnchor.CENTER_LEFT,
          style.palette().text());
      y += height;
    }
    double top = y - 3 * height;
    readout.draw(
        g2,
        style,
        occasion,
        Spots.of(3, row -> new Rectangle2D.Double(left, top + row * height, room, height)));
  }

  /// What the graph alone keeps is filled; what it also points to is hollow.
  private static void bar(
      Graphics2D g2,
      ChartStyle style,
      Accounting accounting,
      double x,
      double middle,
      double width) {
    double thick = Math.min(BAR_LINES, ROW_LINES) * style.lineHeight() * 0.8;
    Rectangle2D bar = new Rectangle2D.Double(x, middle - thick / 2, width, thick);
    boolean isFilled = accounting == Accounting.EXTRA;
    g2.setPaint(ChartStyle.ink(style.palette().grad(), isFilled ? 0.75 : 0.12));
    g2.fill(bar);
    g2.setPaint(ChartStyle.ink(style.palette().grad()));
    g2.setStroke(
        isFilled ? ChartStyle.solid(style.thickness(1)) : ChartStyle.dashed(style.thickness(1)));
    g2.draw(bar);
  }

  private static String bytes(ChartStyle style, long bytes) {
    return style.numbers().bytes(bytes);
  }
}
