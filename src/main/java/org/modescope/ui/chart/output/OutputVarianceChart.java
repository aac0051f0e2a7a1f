package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Instrument;
import org.modescope.ui.chart.Look;

/// How much each output differed between passes of the same input: samples, mean ± 1 sd and what
/// theory predicts, side by side, and at the right how the samples spread about their means.
///
/// Pointing at an output shows its numbers. A click selects it, and the spread is then its own; the
/// arrow keys select its neighbours, and Escape or a second click selects all again.
public final class OutputVarianceChart extends Instrument {
  private @Nullable OutputFigure figure;

  public OutputVarianceChart() {
    setFocusTraversable(true);
    setOnMouseMoved(this::hover);
    setOnMouseExited(this::hover);
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
  }

  /// Shows how the output varied, in the colour of the mode that the net was in. A selected element
  /// stays selected.
  public void show(Optional<OutputVariance> output, Mode mode) {
    OutputFigure before = figure;
    OutputFigure next = output.map(shown -> new OutputFigure(shown, mode)).orElse(null);
    if (before != null && next != null) {
      next.select(before.selected());
      next.hover(before.hovered());
    }
    figure = next;
    setAccessibleText(output.map(OutputWords::summary).orElse("Output variance: nothing to show"));
    repaintLater();
  }

  @Override
  public ChartTable table() {
    return figure == null ? OutputWords.emptyTable() : OutputWords.table(figure.output());
  }

  @Override
  public String shownText() {
    return figure == null ? "" : figure.slots().shownText();
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (figure == null || figure.output().mean().length == 0) {
      return Optional.of(placeholder);
    }
    OutputVariance output = figure.output();
    return OutputFigure.values(output, output.mean().length).isEmpty()
        ? Optional.of("not finite: every output is NaN or infinite")
        : Optional.empty();
  }

  @Override
  public void draw(Graphics2D g2, Look look, Rectangle2D area) {
    if (figure != null) {
      figure.draw(g2, look, area);
    }
  }

  private OptionalInt elementAt(MouseEvent event) {
    return figure == null
        ? OptionalInt.empty()
        : figure.elementAt(
            event.getX() - getInsets().getLeft(), event.getY() - getInsets().getTop());
  }

  private void hover(MouseEvent event) {
    OptionalInt element = elementAt(event);
    if (figure != null && !figure.hovered().equals(element)) {
      figure.hover(element);
      repaintLater();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    OptionalInt element = elementAt(event);
    if (figure != null) {
      select(figure, figure.selected().equals(element) ? OptionalInt.empty() : element);
    }
  }

  private void press(KeyEvent event) {
    if (figure == null) {
      return;
    }
    int selected = figure.selected().orElse(-1);
    if (event.getCode() == KeyCode.ESCAPE && selected >= 0) {
      select(figure, OptionalInt.empty());
      event.consume();
    } else if (event.getCode() == KeyCode.RIGHT && selected + 1 < figure.slots().shown()) {
      select(figure, OptionalInt.of(selected + 1));
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT && selected > 0) {
      select(figure, OptionalInt.of(selected - 1));
      event.consume();
    }
  }

  private void select(OutputFigure shown, OptionalInt element) {
    shown.select(element);
    repaintLater();
  }
}
