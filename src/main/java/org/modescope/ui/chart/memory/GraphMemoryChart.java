package org.modescope.ui.chart.memory;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.WrappedText;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// What each layer keeps for backward, by kind; or, where no graph was recorded, in outline what it
/// would keep. Bars are filled with what the chosen accounting counts.
///
/// Pointing at a segment shows which tensor it is.
public final class GraphMemoryChart extends Chart {
  /// Below so many lines of text, what the card says under the chart is not said in it, too.
  private static final double LEAST_LINES_FOR_NOTICE = 9;

  /// So many bars come before the lines of the legend where height is short.
  private static final int BARS_BEFORE_LEGEND = 6;

  private final MemoryWords words;
  private @Nullable GraphMemory memory;
  private Accounting accounting = Accounting.EXTRA;
  private List<MemoryRow> rows = List.of();
  private Map<String, Long> beside = Map.of();
  private List<MemoryMark.Drawn> drawn = List.of();
  private @Nullable MemorySegment hovered;
  private String pointedLayer = "";
  private @Nullable Scale scale;
  private Consumer<String> onPointed = _ -> {};
  private Consumer<String> onClicked = _ -> {};
  private Runnable onReleased = () -> {};

  public GraphMemoryChart(Text text) {
    super(text);
    words = new MemoryWords(text);
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> hover(Optional.empty()));
    setOnMouseClicked(this::click);
    setFocusTraversable(true);
    setOnKeyPressed(this::press);
  }

  /// Shows what one pass keeps, and what of it counts.
  public void show(Optional<GraphMemory> memory, Accounting accounting) {
    this.memory = memory.orElse(null);
    this.accounting = accounting;
    rows =
        memory
            .flatMap(GraphMemoryChart::drawable)
            .map(kept -> MemoryRow.of(kept, accounting))
            .orElse(List.of());
    beside = Map.of();
    hovered = null;
    drawn = List.of();
    describe(
        memory
            .map(kept -> words.summary(kept, accounting))
            .orElseGet(() -> text().say("chart.memory.nothing")));
    repaintLater();
  }

  /// Shows what a pass of the run that is pinned as A keeps, as a frame around each bar. What B
  /// would keep gives way to it where B keeps nothing.
  public void showBeside(Optional<GraphMemory> pinned) {
    if (memory == null || pinned.isEmpty()) {
      return;
    }
    List<MemoryRow> before =
        pinned.get().recorded() ? MemoryRow.of(pinned.get(), accounting) : List.of();
    Map<String, Long> frames = new LinkedHashMap<>();
    before.stream()
        .filter(row -> row.counted() > 0)
        .forEach(row -> frames.put(row.layer(), row.counted()));
    beside = frames;
    List<MemoryRow> own = memory.recorded() ? rows : List.of();
    rows = MemoryRow.union(own, before);
    repaintLater();
  }

  private static Optional<GraphMemory> drawable(GraphMemory memory) {
    return memory.recorded() ? Optional.of(memory) : memory.ifRecorded();
  }

  @Override
  public ChartTable table(Text language) {
    MemoryWords named = new MemoryWords(language);
    return memory == null ? named.emptyTable() : named.table(memory);
  }

  /// The layer of each row of the table.
  public List<String> tableLayers() {
    return memory == null
        ? List.of()
        : memory.nodes().stream()
            .flatMap(node -> node.saved().stream().map(_ -> node.layer()))
            .toList();
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (memory == null) {
      return Optional.of(placeholder);
    }
    if (rows.isEmpty()) {
      return Optional.of(
          text().say(memory.recorded() ? "chart.memory.empty" : "chart.memory.nograph"));
    }
    return Optional.empty();
  }

  @Override
  protected boolean growsToTheRight() {
    return true;
  }

  @Override
  protected Optional<Scale> plot() {
    return emptyReason("").isPresent() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    boolean isRecorded = memory != null && memory.recorded() || !beside.isEmpty();
    Rectangle2D below = isRecorded ? area : belowNotice(g2, style, area);
    double bodyHeight = below.getHeight() - Header.height(style);
    Legend whole =
        MemoryLegend.of(
            MemoryRows.fitted(rows, rows.size()).rows(), style, words, !beside.isEmpty());
    double legendHeight = legendHeight(g2, style, whole, below.getWidth(), bodyHeight);
    boolean hasLine = legendHeight > 0;
    int lines = (int) Math.max(1, (bodyHeight - legendHeight) / style.lineHeight());
    boolean hasTicks = rows.size() < lines;
    MemoryRows fitted = MemoryRows.fitted(rows, hasTicks ? lines - 1 : lines);
    Legend legend = MemoryLegend.of(fitted.rows(), style, words, !beside.isEmpty());
    String measure =
        isRecorded ? words.measure(accounting, fitted) : text().say("chart.memory.would");
    String readout = hovered == null || occasion == Occasion.PAPER ? "" : words.readout(hovered);
    Rectangle2D body =
        new Header(measure, hasLine ? new Legend(List.of()) : legend, readout)
            .draw(g2, style, below);
    MemoryMark.Filling filling = isRecorded ? MemoryMark.Filling.SOLID : MemoryMark.Filling.OUTLINE;
    MemoryMark mark = new MemoryMark(fitted.rows(), filling, style, words, beside);
    Rectangle2D plot =
        new Rectangle2D.Double(
            body.getX(), body.getY(), body.getWidth(), body.getHeight() - legendHeight);
    Scale place = drawRows(g2, style, plot, fitted, mark, hasTicks, valuesShown(occasion));
    if (occasion == Occasion.SCREEN) {
      scale = place;
      drawn = mark.drawn();
    }
    if (hasLine) {
      legend.draw(
          g2,
          style,
          new Rectangle2D.Double(
              body.getX() + 2,
              plot.getMaxY() + style.gap(),
              body.getWidth() - 2,
              legendHeight - style.gap()));
    }
  }

  /// The height of a legend below the bars; 0 where bars need it more, and the legend has to do
  /// with what the line above them leaves.
  private double legendHeight(
      Graphics2D g2, ChartStyle style, Legend legend, double width, double bodyHeight) {
    double bars = Math.min(rows.size(), BARS_BEFORE_LEGEND) * style.lineHeight();
    double lines = Math.floor((bodyHeight - bars - style.gap()) / style.lineHeight());
    double height = Math.min(legend.height(g2, style, width), lines * style.lineHeight());
    return height > 0 ? height + style.gap() : 0;
  }

  private Rectangle2D belowNotice(Graphics2D g2, ChartStyle style, Rectangle2D area) {
    if (area.getHeight() < LEAST_LINES_FOR_NOTICE * style.lineHeight()) {
      return area;
    }
    double top =
        WrappedText.drawAtTop(g2, style, area, text().say("chart.memory.nograph")) + style.gap();
    return new Rectangle2D.Double(
        area.getX(), area.getY() + top, area.getWidth(), area.getHeight() - top);
  }

  private Scale drawRows(
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      MemoryRows fitted,
      MemoryMark mark,
      boolean hasTicks,
      Zoom zoom) {
    MemoryAxes axes = new MemoryAxes(fitted, words, style, beside);
    NumberAxis bytes = axes.bytes(g2, area.getWidth(), zoom);
    bytes.setTickLabelsVisible(hasTicks);
    return Plots.drawRows(
        g2,
        style,
        area,
        bytes,
        axes.layers(g2, area.getWidth()),
        (graphics, scale) -> {
          shadePointed(graphics, style, scale, fitted.rows());
          mark.draw(graphics, scale);
        });
  }

  private void shadePointed(Graphics2D g2, ChartStyle style, Scale scale, List<MemoryRow> shown) {
    for (int index = 0; index < shown.size(); index++) {
      String layer = shown.get(index).layer();
      boolean isPointed =
          !pointedLayer.isEmpty()
              && (layer.equals(pointedLayer) || layer.startsWith(pointedLayer + "."));
      if (isPointed) {
        double top = scale.y(index - 0.5);
        g2.setPaint(ChartStyle.ink(style.palette().text(), 0.07));
        g2.fill(
            new Rectangle2D.Double(
                scale.area().getX(), top, scale.area().getWidth(), scale.y(index + 0.5) - top));
      }
    }
  }

  private void hover(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    hover(
        drawn.stream()
            .filter(segment -> segment.box().contains(x, y))
            .filter(_ -> scale != null && scale.area().contains(x, y))
            .map(MemoryMark.Drawn::segment)
            .findFirst());
  }

  private void hover(Optional<MemorySegment> segment) {
    MemorySegment next = segment.orElse(null);
    if (!Objects.equals(next, hovered)) {
      hovered = next;
      onPointed.accept(segment.map(GraphMemoryChart::layer).orElse(""));
      repaintLater();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (hovered != null && event.getButton() == MouseButton.PRIMARY) {
      onClicked.accept(layer(hovered));
    }
  }

  /// The arrow keys go from tensor to tensor; Escape leaves them.
  private void press(KeyEvent event) {
    int place = drawn.stream().map(MemoryMark.Drawn::segment).toList().indexOf(hovered);
    boolean isForward = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN;
    boolean isBack = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP;
    int next = isForward ? place + 1 : place - 1;
    if ((isForward || isBack) && next >= 0 && next < drawn.size()) {
      hover(Optional.of(drawn.get(next).segment()));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && hovered != null) {
      onClicked.accept(layer(hovered));
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && hovered != null) {
      hover(Optional.empty());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !pointedLayer.isEmpty()) {
      onReleased.run();
      event.consume();
    }
  }

  private static String layer(MemorySegment segment) {
    return segment.tensors().size() == 1 ? segment.tensors().getFirst().layer() : "";
  }

  /// Who is told of the layer whose tensor is pointed at, and of the one that is clicked on; empty
  /// where it is none. And of Escape, where a layer stands out.
  public void tell(Consumer<String> pointed, Consumer<String> clicked, Runnable released) {
    onPointed = pointed;
    onClicked = clicked;
    onReleased = released;
  }

  /// Lets a layer's bar stand out; empty for none.
  public void pointAt(String layer) {
    if (!layer.equals(pointedLayer)) {
      pointedLayer = layer;
      repaintLater();
    }
  }
}
