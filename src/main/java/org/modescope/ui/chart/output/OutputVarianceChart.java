package org.modescope.ui.chart.output;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Scale;
import org.modescope.words.Text;

/// How much each output differed between passes of the same input: samples, mean ± 1 sd and what
/// theory predicts, side by side, and at the right how the samples spread about their means.
///
/// Pointing at an output shows its numbers and its own spread. A click selects it, and both stay;
/// the arrow keys select its neighbours, up and down go from pass to pass, and Escape or a second
/// click selects all again.
public final class OutputVarianceChart extends Chart {
  private @Nullable OutputPicture picture;

  private final OutputWords words;
  private Consumer<OptionalInt> onPointed = _ -> {};
  private Consumer<OptionalInt> onSelected = _ -> {};

  public OutputVarianceChart(Text text) {
    super(text);
    words = new OutputWords(text);
    setFocusTraversable(true);
    setOnMouseMoved(this::hover);
    setOnMouseExited(this::hover);
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
  }

  /// Shows how the output varied, in the colour of the mode that the net was in. A selected element
  /// stays selected.
  public void show(Optional<OutputVariance> output, Mode mode) {
    OutputPicture before = picture;
    OutputPicture next = output.map(shown -> new OutputPicture(shown, mode, text())).orElse(null);
    if (before != null && next != null) {
      next.select(before.selected());
      next.hover(before.hovered());
      next.showPass(before.pass());
    }
    picture = next;
    describe(output.map(words::summary).orElseGet(() -> text().say("chart.output.nothing")));
    repaintLater();
  }

  /// Shows the run that is pinned as A under what is shown, on the same axes; its output has the
  /// same shape.
  public void showBeside(Optional<OutputVariance> pinned) {
    if (picture != null) {
      picture.showBeside(pinned);
      repaintLater();
    }
  }

  @Override
  public ChartTable table(Text language) {
    OutputWords named = new OutputWords(language);
    return picture == null ? named.emptyTable() : named.table(picture.output());
  }

  @Override
  public Optional<String> emptyReason(String placeholder) {
    if (picture == null || picture.output().mean().length == 0) {
      return Optional.of(placeholder);
    }
    OutputColumns columns = new OutputColumns(picture.output(), picture.slots());
    return OutputReach.of(columns).isEmpty()
        ? Optional.of(text().say("chart.output.notfinite"))
        : Optional.empty();
  }

  @Override
  protected Optional<Scale> plot() {
    return picture == null ? Optional.empty() : picture.plot();
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  public void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    if (picture != null) {
      picture.draw(g2, style, area, occasion, valuesShown(occasion), acrossShown(occasion));
    }
  }

  private OptionalInt elementAt(MouseEvent event) {
    return picture == null
        ? OptionalInt.empty()
        : picture.elementAt(
            event.getX() - getInsets().getLeft(), event.getY() - getInsets().getTop());
  }

  private void hover(MouseEvent event) {
    if (picture == null) {
      return;
    }
    OptionalInt element = elementAt(event);
    OptionalInt bin =
        picture.binAt(event.getX() - getInsets().getLeft(), event.getY() - getInsets().getTop());
    if (!picture.bin().equals(bin)) {
      picture.pointAtBin(bin);
      repaintLater();
    }
    OptionalInt pass =
        element.isEmpty()
            ? OptionalInt.empty()
            : picture.passAt(
                element.getAsInt(),
                event.getX() - getInsets().getLeft(),
                event.getY() - getInsets().getTop());
    if (!picture.pass().equals(pass)) {
      onPointed.accept(pass);
    }
    if (!picture.hovered().equals(element)) {
      picture.hover(element);
      repaintLater();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    OptionalInt element = elementAt(event);
    // The other button asks for the menu.
    if (picture != null && event.getButton() == MouseButton.PRIMARY) {
      select(picture, picture.selected().equals(element) ? OptionalInt.empty() : element);
    }
  }

  private void press(KeyEvent event) {
    if (picture == null) {
      return;
    }
    OptionalInt selected = picture.selected();
    OutputSlots slots = picture.slots();
    int next = selected.isEmpty() ? 0 : slots.last(selected.getAsInt()) + 1;
    int before = selected.isEmpty() ? -1 : slots.first(selected.getAsInt()) - 1;
    boolean isUp = event.getCode() == KeyCode.UP;
    if ((isUp || event.getCode() == KeyCode.DOWN) && isPassChanged(picture, isUp ? 1 : -1)) {
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        && (selected.isPresent() || picture.pass().isPresent())) {
      onPointed.accept(OptionalInt.empty());
      select(picture, OptionalInt.empty());
      event.consume();
    } else if (event.getCode() == KeyCode.RIGHT && next < slots.elements()) {
      select(picture, OptionalInt.of(next));
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT && before >= 0) {
      select(picture, OptionalInt.of(slots.first(before)));
      event.consume();
    }
  }

  /// The pass after or before the one that stands out.
  private boolean isPassChanged(OutputPicture shown, int step) {
    OptionalInt next = Passes.after(shown.output().samples(), shown.pass(), step);
    if (next.isPresent()) {
      onPointed.accept(next);
    }
    return next.isPresent();
  }

  /// Who is told of the pass whose dot is pointed at, and of the output that is selected.
  public void tell(Consumer<OptionalInt> pointed, Consumer<OptionalInt> selected) {
    onPointed = pointed;
    onSelected = selected;
  }

  /// Selects an output that was selected elsewhere; empty for all.
  public void select(OptionalInt element) {
    if (picture != null && !picture.selected().equals(element)) {
      picture.select(element);
      showSelected(picture);
    }
  }

  /// Lets every output of a pass stand out.
  public void pointAtPass(OptionalInt pass) {
    if (picture != null && !picture.pass().equals(pass)) {
      picture.showPass(pass);
      repaintLater();
    }
  }

  private void select(OutputPicture shown, OptionalInt element) {
    shown.select(element);
    onSelected.accept(shown.selected());
    showSelected(shown);
  }

  /// Where outputs are zoomed into, what is selected by key or elsewhere comes into view.
  private void showSelected(OutputPicture shown) {
    shown
        .selected()
        .ifPresent(element -> showAcross((element + 0.5) / shown.output().mean().length));
    repaintLater();
  }
}
