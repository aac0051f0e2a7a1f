package org.modescope.ui.chart.cells;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Node;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.words.Text;

/// The bytes that a pass of a cell holds, as one bar by kind; dashed, what the cell that holds most
/// holds besides.
public final class BytesPicture extends Small {
  private static final double GAP = 1;
  private static final double LEAST = 3;
  private static final double ROUNDING = 5;

  private Optional<GraphMemory> memory = Optional.empty();
  private long most;

  public BytesPicture(Text text) {
    super(text);
  }

  /// Shows what a cell holds on the scale of all cells.
  public void show(Optional<GraphMemory> shown, CommonScale common) {
    memory = shown;
    most = common.mostBytes();
    repaintLater();
  }

  @Override
  boolean hasData() {
    return memory.isPresent();
  }

  @Override
  protected void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    double x = area.getX();
    Map<SavedKind, Long> kinds = memory.map(BytesPicture::byKind).orElse(Map.of());
    for (Map.Entry<SavedKind, Long> kind : kinds.entrySet()) {
      double width = Math.max(LEAST, area.getWidth() * kind.getValue() / most - GAP);
      g2.setPaint(ChartStyle.ink(style.palette().of(kind.getKey())));
      g2.fill(box(x, area, width));
      x += width + GAP;
    }
    double rest = area.getMaxX() - x;
    if (rest > 2 * LEAST) {
      g2.setPaint(ChartStyle.ink(style.palette().mutedText(), 0.6));
      float[] dashes = {3, 3};
      g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
      g2.draw(
          new RoundRectangle2D.Double(
              x + 0.5,
              area.getY() + 0.5,
              rest - 1,
              Math.max(1, area.getHeight() - 1),
              ROUNDING,
              ROUNDING));
    }
  }

  private static RoundRectangle2D box(double x, Rectangle2D area, double width) {
    return new RoundRectangle2D.Double(x, area.getY(), width, area.getHeight(), ROUNDING, ROUNDING);
  }

  /// What counts besides the net and its input, each storage once.
  private static Map<SavedKind, Long> byKind(GraphMemory shown) {
    Map<SavedKind, Long> kinds = new EnumMap<>(SavedKind.class);
    for (Node node : shown.nodes()) {
      for (Saved saved : node.saved()) {
        if (isExtra(saved)) {
          kinds.merge(saved.kind(), saved.bytes(), Long::sum);
        }
      }
    }
    return kinds;
  }

  private static boolean isExtra(Saved saved) {
    return !saved.alias()
        && switch (saved.kind()) {
          case INPUT, REFERENCE -> false;
          case ACTIVATION, MASK, STATISTIC -> true;
        };
  }

  /// The bytes are in the table of the screen.
  @Override
  public ChartTable table(Text language) {
    return new ChartTable(List.of(), List.of());
  }
}
