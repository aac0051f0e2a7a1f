package org.modescope.ui.chart.memory;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.ui.chart.ByteStep;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Header;
import org.modescope.ui.chart.Legend;
import org.modescope.ui.chart.Plots;
import org.modescope.ui.chart.Scale;
import org.modescope.ui.chart.Swatches;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.Zoom;
import org.modescope.words.Text;

/// How much memory is held in the course of one pass, through forward and backward, and how much it
/// would be if every output were kept.
///
/// Pointing at a moment says which layer it is and what is held then.
public final class MemoryTimelineChart extends Chart {
  /// A line for kept outputs this many times above the peak would flatten the steps; it is drawn at
  /// the upper edge, with arrows.
  private static final double MOST_ABOVE_PEAK = 4;

  private static final double ARROW = 4;
  private static final int NONE = -1;

  private final TimelineWords words;
  private List<Moment> moments = List.of();
  private List<Moment> beside = List.of();
  private @Nullable GraphMemory memory;
  private Accounting accounting = Accounting.EXTRA;
  private int keptOutputs;
  private @Nullable Scale scale;
  private int hovered = NONE;
  private String pointedLayer = "";
  private Consumer<String> onPointed = _ -> {};
  private Consumer<String> onClicked = _ -> {};
  private Runnable onReleased = () -> {};

  public MemoryTimelineChart(Text text) {
    super(text);
    words = new TimelineWords(text);
    setOnMouseMoved(event -> point(momentAt(event)));
    setOnMouseExited(_ -> point(NONE));
    setOnMouseClicked(this::click);
    setFocusTraversable(true);
    setOnKeyPressed(this::press);
  }

  /// Who is told of the layer of the moment that is pointed at, and of the one that is clicked on;
  /// empty where it is none. And of Escape, where a layer stands out.
  public void tell(Consumer<String> pointed, Consumer<String> clicked, Runnable released) {
    onPointed = pointed;
    onClicked = clicked;
    onReleased = released;
  }

  /// Lets a layer's moments stand out; empty for none.
  public void pointAt(String layer) {
    if (!layer.equals(pointedLayer)) {
      pointedLayer = layer;
      repaintLater();
    }
  }

  private int momentAt(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    if (scale == null || !scale.area().contains(x, y)) {
      return NONE;
    }
    return Math.clamp(Math.round(scale.valueAtX(x)), 0, moments.size() - 1);
  }

  private void point(int moment) {
    if (moment != hovered) {
      hovered = moment;
      onPointed.accept(hoveredLayer());
      repaintLater();
    }
  }

  private String hoveredLayer() {
    return hovered == NONE ? "" : moments.get(hovered).layer();
  }

  private void click(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      onClicked.accept(hoveredLayer());
    }
  }

  /// The arrow keys go from moment to moment; Enter pins the layer, Escape lets go.
  private void press(KeyEvent event) {
    boolean isUsed =
        switch (event.getCode()) {
          case RIGHT, DOWN -> isMoment(hovered + 1);
          case LEFT, UP -> isMoment(hovered - 1);
          case ENTER -> isMoment(hovered);
          case ESCAPE -> hovered != NONE || !pointedLayer.isEmpty();
          default -> false;
        };
    if (!isUsed) {
      return;
    }
    event.consume();
    switch (event.getCode()) {
      case RIGHT, DOWN -> point(hovered + 1);
      case LEFT, UP -> point(hovered - 1);
      case ENTER -> onClicked.accept(hoveredLayer());
      default -> leave();
    }
  }

  private boolean isMoment(int index) {
    return index >= 0 && index < moments.size();
  }

  private void leave() {
    if (hovered == NONE) {
      onReleased.run();
    } else {
      point(NONE);
    }
  }

  /// Shows the life of one pass's graph.
  ///
  /// @param accounting which bytes count
  /// @param keptOutputs how many outputs the user might keep, each with its graph; the line is left
  ///   out below 2
  public void show(Optional<GraphMemory> memory, Accounting accounting, int keptOutputs) {
    this.memory = memory.orElse(null);
    this.accounting = accounting;
    this.keptOutputs = keptOutputs;
    moments = memory.map(shown -> HeldOverTime.of(shown, accounting)).orElse(List.of());
    beside = List.of();
    hovered = hovered < moments.size() ? hovered : NONE;
    describe(
        memory.isPresent() ? words.summary(peak(), keptOutputs, keptBytes()) : words.nothing());
    repaintLater();
  }

  /// Shows the life of a graph of the run that is pinned as A, as dashed steps, where both went
  /// through the same layers. Where nothing was recorded, A's is all there is to show.
  public void showBeside(Optional<GraphMemory> pinned) {
    List<Moment> other = pinned.map(kept -> HeldOverTime.of(kept, accounting)).orElse(List.of());
    if (moments.isEmpty()) {
      moments = other.stream().map(MemoryTimelineChart::empty).toList();
    }
    beside = layers(other).equals(layers(moments)) ? other : List.of();
    repaintLater();
  }

  private static Moment empty(Moment moment) {
    return new Moment(moment.phase(), moment.layer(), 0);
  }

  private static List<String> layers(List<Moment> moments) {
    return moments.stream().map(Moment::layer).toList();
  }

  @Override
  public ChartTable table(Text language) {
    return new TimelineWords(language).table(moments);
  }

  /// The layer of each row of the table.
  public List<String> tableLayers() {
    return layers(moments);
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    return moments.isEmpty() ? Optional.of(placeholder) : Optional.empty();
  }

  @Override
  protected Optional<Scale> plot() {
    return emptyReason("").isPresent() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    boolean fits = keptBytes() <= MOST_ABOVE_PEAK * peak();
    Rectangle2D body =
        new Header(words.measure(accounting), legend(style, fits), readout(occasion))
            .draw(g2, style, area);
    double highest = Math.max(Math.max(1, peak(beside)), Math.max(peak(), fits ? keptBytes() : 0));
    // Room above the steps for the names of the phases.
    double end = highest * 1.25;
    TimelineLabels labels = new TimelineLabels(moments, style);
    Zoom across = acrossShown(occasion);
    double labelsHeight =
        labels.lines(g2, across.factor() * 0.85 * body.getWidth()) * style.lineHeight() + 4;
    ValueRange seen = across.of(-0.5, moments.size() - 0.5);
    Rectangle2D plot =
        new Rectangle2D.Double(
            body.getX(),
            body.getY(),
            body.getWidth(),
            Math.max(0, body.getHeight() - labelsHeight));
    ValueRange shown = valuesShown(occasion).of(0, end);
    ByteStep step =
        ByteStep.of(shown.high() - shown.low(), ChartAxes.mostTicks(style, plot.getHeight()));
    Scale drawn =
        Plots.draw(
            g2,
            style,
            plot,
            ChartAxes.hidden(seen.low(), seen.high()),
            ChartAxes.labelled(
                style,
                shown.low(),
                shown.high(),
                step.bytes(),
                bytes -> step.label(bytes, style.numbers())),
            (graphics, place) -> {
              if (occasion == Occasion.SCREEN) {
                shadePointed(graphics, style, place);
              }
              TimelineMark.outline(graphics, place, beside, style);
              new TimelineMark(moments, style, words).draw(graphics, place);
            });
    labels.draw(g2, drawn);
    if (keptBytes() > 0) {
      drawKept(g2, style, drawn, fits);
    }
    if (occasion == Occasion.SCREEN) {
      scale = drawn;
    }
  }

  private String readout(Occasion occasion) {
    return occasion == Occasion.PAPER || hovered == NONE ? "" : words.readout(moments.get(hovered));
  }

  private void shadePointed(Graphics2D g2, ChartStyle style, Scale place) {
    Rectangle2D area = place.area();
    for (int index = 0; index < moments.size(); index++) {
      String layer = moments.get(index).layer();
      boolean isOfLayer =
          !pointedLayer.isEmpty()
              && (layer.equals(pointedLayer) || layer.startsWith(pointedLayer + "."));
      if (isOfLayer || index == hovered) {
        double left = place.x(index - 0.5);
        g2.setPaint(ChartStyle.ink(style.palette().text(), index == hovered ? 0.14 : 0.07));
        g2.fill(
            new Rectangle2D.Double(
                left, area.getY(), place.x(index + 0.5) - left, area.getHeight()));
      }
    }
  }

  private double peak() {
    return peak(moments);
  }

  private static double peak(List<Moment> moments) {
    return moments.stream().mapToLong(Moment::heldBytes).max().orElse(0);
  }

  /// What is held if every output is kept: by `extra` as it was measured.
  private double keptBytes() {
    if (memory == null || keptOutputs < 2) {
      return 0;
    }
    long each =
        switch (accounting) {
          case EXTRA -> memory.heldBytes();
          case PACKED, UNIQUE -> accounting.of(memory);
        };
    return (double) keptOutputs * each;
  }

  private Legend legend(ChartStyle style, boolean fits) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (!beside.isEmpty()) {
      entries.add(
          new Legend.Entry(
              style.say("chart.beside.a"),
              Swatches.line(ChartStyle.ink(style.palette().mutedText()), ChartStyle.dashed(1.6))));
    }
    if (keptBytes() > 0) {
      String text = words.kept(keptOutputs, keptBytes()) + (fits ? "" : " ↑");
      entries.add(new Legend.Entry(text, Swatches.line(keptInk(style), ChartStyle.dashed(1.2))));
    }
    return new Legend(entries);
  }

  /// The line at its height, or at the upper edge with an arrow at either end.
  private static Path2D arrow(double x, double y) {
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x - ARROW, y + ARROW);
    arrow.lineTo(x, y - ARROW);
    arrow.lineTo(x + ARROW, y + ARROW);
    arrow.closePath();
    return arrow;
  }

  private void drawKept(Graphics2D g2, ChartStyle style, Scale scale, boolean fits) {
    Rectangle2D area = scale.area();
    double y = fits ? scale.y(keptBytes()) : area.getY() + ARROW;
    if (y < area.getY() || y > area.getMaxY()) {
      return;
    }
    g2.setPaint(keptInk(style));
    g2.setStroke(ChartStyle.dashed(style.thickness(1.2)));
    g2.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
    if (!fits) {
      g2.fill(arrow(area.getX() + ARROW, y));
      g2.fill(arrow(area.getMaxX() - ARROW, y));
    }
  }

  private static Color keptInk(ChartStyle style) {
    return ChartStyle.ink(style.palette().text(), 0.7);
  }
}
