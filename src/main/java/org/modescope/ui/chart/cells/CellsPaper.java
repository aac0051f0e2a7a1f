package org.modescope.ui.chart.cells;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.TextAnchor;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// Cells as they leave the window as a drawing: one alone, or all six under the heads of their
/// columns and beside those of their rows.
public final class CellsPaper extends Chart {
  private static final double CELL_WIDTH = 375;
  private static final double CELL_HEIGHT = 260;
  private static final double BESIDE = 120;
  private static final double ABOVE = 44;
  private static final double GAP = 10;

  /// Title, context and legend, which stand around the cells.
  private static final double AROUND = 150;

  private final List<Head> columns;
  private final List<Head> rows;
  private final List<PaperCell> cells;
  private final CommonScale common;

  /// The head of a row or of a column.
  ///
  /// @param outcome what is decided there; may be empty
  public record Head(String name, String outcome) {}

  /// @param columns none where a cell stands alone
  /// @param rows as many as there are rows of cells, or none
  /// @param cells row by row
  // Only what Region itself has is called.
  @SuppressWarnings("this-escape")
  public CellsPaper(
      Text text, List<Head> columns, List<Head> rows, List<PaperCell> cells, CommonScale common) {
    super(text);
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.cells = List.copyOf(cells);
    this.common = common;
    resize(
        beside() + across() * (CELL_WIDTH + GAP), above() + down() * (CELL_HEIGHT + GAP) + AROUND);
  }

  private int across() {
    return Math.max(1, columns.size());
  }

  private int down() {
    return Math.max(1, rows.size());
  }

  private double beside() {
    return rows.isEmpty() ? 0 : BESIDE;
  }

  private double above() {
    return columns.isEmpty() ? 0 : ABOVE;
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return cells.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    double width = (area.getWidth() - beside()) / across();
    double height = (area.getHeight() - above()) / down();
    for (int column = 0; column < columns.size(); column++) {
      double left = area.getX() + beside() + column * width + GAP;
      write(g2, style, columns.get(column), left, area.getY() + ABOVE / 5, TextAnchor.CENTER_LEFT);
    }
    for (int row = 0; row < rows.size(); row++) {
      double middle = area.getY() + above() + (row + 0.4) * height;
      double right = area.getX() + BESIDE - 2 * GAP;
      write(g2, style, rows.get(row), right, middle, TextAnchor.CENTER_RIGHT);
    }
    for (int index = 0; index < cells.size(); index++) {
      Rectangle2D box =
          new Rectangle2D.Double(
              area.getX() + beside() + index % across() * width,
              area.getY() + above() + index / across() * height,
              width - GAP,
              height - GAP);
      new PaperCellMark(text(), style, common, cells.get(index)).draw(g2, box);
    }
  }

  private static void write(
      Graphics2D g2, ChartStyle style, Head head, double x, double y, TextAnchor anchor) {
    PaperCellMark.write(g2, style.titleFont(), head.name(), x, y, anchor, style.palette().text());
    style.write(
        g2, head.outcome(), x, y + 1.3 * style.lineHeight(), anchor, style.palette().mutedText());
  }

  /// The numbers are in the table of the screen.
  @Override
  public ChartTable table(Text language) {
    return new ChartTable(List.of(), List.of());
  }
}
