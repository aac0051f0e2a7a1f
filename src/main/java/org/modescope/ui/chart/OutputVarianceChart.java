package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.OutputVariance;
import org.modescope.nn.Mode;

/// How much each output differed between passes of the same input: samples, mean ± 1 sd and what theory predicts, side
/// by side, and at the right how the samples spread about their means.
///
/// Pointing at an output shows its numbers. A click selects it, and the spread is then its own; the arrow keys select
/// its neighbours, and Escape or a second click selects all again.
public final class OutputVarianceChart extends Instrument {
  private static final int NONE = -1;
  private static final double LEAST_WIDTH_WITH_HISTOGRAM = 420;

  private @Nullable OutputVariance output;
  private Mode mode = Mode.TRAIN;
  private int selected = NONE;
  private int hovered = NONE;
  private @Nullable DeviationHistogram histogram;
  private @Nullable OutputSlots slots;
  private @Nullable Scale scale;

  public OutputVarianceChart() {
    setFocusTraversable(true);
    setOnMouseMoved(event -> hover(slotAt(event)));
    setOnMouseExited(event -> hover(NONE));
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
  }

  /// Shows how the output varied, in the colour of the mode that the net was in.
  public void show(Optional<OutputVariance> output, Mode mode) {
    this.output = output.orElse(null);
    this.mode = mode;
    if (selected >= elements()) {
      selected = NONE;
    }
    hovered = hovered >= elements() ? NONE : hovered;
    histogram = null;
    setAccessibleText(output.map(OutputWords::summary).orElse("Output variance: nothing to show"));
    repaintLater();
  }

  @Override
  public ChartTable table() {
    return output == null ? OutputWords.emptyTable() : OutputWords.table(output);
  }

  @Override
  public String shownText() {
    return slots == null || output == null ? "" : slots.shownText();
  }

  @Override
  Optional<String> emptyReason(String placeholder) {
    if (output == null || elements() == 0) {
      return Optional.of(placeholder);
    }
    return valuesOf(output, elements()).isEmpty()
        ? Optional.of("not finite: every output is NaN or infinite")
        : Optional.empty();
  }

  @Override
  void draw(Graphics2D g2, Look look, Rectangle2D area) {
    if (output == null) {
      return;
    }
    boolean hasHistogram = area.getWidth() >= LEAST_WIDTH_WITH_HISTOGRAM;
    double beside = hasHistogram ? Math.clamp(area.getWidth() * 0.16, 90, 150) : 0;
    double plotWidth = area.getWidth() - beside;
    OutputNames names = OutputNames.of(output.shape(), elements());
    OutputSlots fitting =
        OutputSlots.of(elements(), plotWidth - 4 * look.lineHeight());
    slots = fitting;
    Legend legend = OutputLegend.of(output, fitting, mode, look.palette());
    Header header = new Header("output", legend, readout(output, names));
    Rectangle2D body = header.draw(g2, look, area);
    Rectangle2D left =
        new Rectangle2D.Double(body.getX(), body.getY(), plotWidth, body.getHeight());
    Span values = valuesOf(output, fitting.shown()).padded();
    Scale drawn =
        Plots.draw(
            g2,
            look,
            left,
            names.axis(g2, look, fitting.shown(), plotWidth),
            Axes.values(look, values, body.getHeight()),
            (graphics, place) -> drawOutputs(graphics, look, place, output, fitting));
    scale = drawn;
    if (hasHistogram) {
      drawSpread(g2, look, body, drawn, output, names);
    }
  }

  private void drawOutputs(
      Graphics2D g2, Look look, Scale place, OutputVariance shown, OutputSlots fitting) {
    for (int element : new int[] {selected, hovered}) {
      if (element != NONE) {
        double left = place.x(element - 0.5);
        g2.setPaint(Look.ink(look.palette().text(), element == selected ? 0.09 : 0.05));
        g2.fill(
            new Rectangle2D.Double(
                left,
                place.area().getY(),
                place.x(element + 0.5) - left,
                place.area().getHeight()));
      }
    }
    Mark mark =
        switch (fitting.detail()) {
          case DOTS -> new OutputMark(shown, mode, look.palette());
          case BANDS -> new OutputBands(shown, fitting.shown(), look.palette().of(mode));
        };
    mark.draw(g2, place);
  }

  private void drawSpread(
      Graphics2D g2,
      Look look,
      Rectangle2D body,
      Scale beside,
      OutputVariance shown,
      OutputNames names) {
    double left = beside.area().getMaxX() + look.lineHeight();
    Rectangle2D area =
        new Rectangle2D.Double(
            left, beside.area().getY(), body.getMaxX() - left, beside.area().getHeight());
    if (shown.identical()) {
      HistogramPlot.drawSingle(
          g2, look, area, shown.passes() == 1 ? "one pass" : "identical", mode);
      return;
    }
    if (histogram == null) {
      histogram =
          selected == NONE
              ? DeviationHistogram.ofAll(shown)
              : DeviationHistogram.of(shown, selected);
    }
    String whose = selected == NONE ? "output" : names.of(selected);
    new HistogramPlot(histogram, whose + " − mean", mode).draw(g2, look, area);
  }

  private String readout(OutputVariance shown, OutputNames names) {
    int element = hovered == NONE ? selected : hovered;
    return element == NONE ? "" : OutputWords.of(shown, element, names);
  }

  private static Span valuesOf(OutputVariance output, int elements) {
    Span span = new Span();
    for (int element = 0; element < elements; element++) {
      double mean = output.mean()[element];
      double deviation = output.standardDeviation()[element];
      span.include(mean);
      span.include(mean - deviation);
      span.include(mean + deviation);
      span.include(output.minimum()[element]);
      span.include(output.maximum()[element]);
      if (output.predicted().isPresent()) {
        double predicted = output.predicted().get()[element];
        span.include(mean - predicted);
        span.include(mean + predicted);
      }
    }
    return span;
  }

  private int elements() {
    return output == null ? 0 : output.mean().length;
  }

  private int slotAt(MouseEvent event) {
    if (scale == null || slots == null || output == null) {
      return NONE;
    }
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    int element = (int) Math.round(scale.valueAtX(x));
    return scale.area().contains(x, y) && element >= 0 && element < slots.shown() ? element : NONE;
  }

  private void hover(int element) {
    if (element != hovered) {
      hovered = element;
      repaintLater();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    int element = slotAt(event);
    select(element == selected ? NONE : element);
  }

  private void press(KeyEvent event) {
    int shown = slots == null ? 0 : slots.shown();
    if (event.getCode() == KeyCode.ESCAPE && selected != NONE) {
      select(NONE);
      event.consume();
    } else if (event.getCode() == KeyCode.RIGHT && selected + 1 < shown) {
      select(selected + 1);
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT && selected > 0) {
      select(selected - 1);
      event.consume();
    }
  }

  private void select(int element) {
    selected = element;
    histogram = null;
    repaintLater();
  }
}
