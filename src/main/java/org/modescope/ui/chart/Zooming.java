package org.modescope.ui.chart;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.modescope.words.Text;

/// What wheel, drag and keys do to the axes of a chart: the wheel zooms around the pointer, a drag
/// and Shift with the arrow keys move what is looked at, plus and minus zoom around the middle, 0
/// and a button that is there meanwhile show all again. With Shift or Ctrl the wheel zooms the
/// other axis, and so do Page Up and Page Down, where the chart has one to zoom.
final class Zooming {
  private static final double STEP = 1.25;
  private static final double MOVE = 0.1;

  private final Chart chart;
  private final Text text;
  private Zoom values = Zoom.NONE;
  private Zoom across = Zoom.NONE;
  private @Nullable Point2D grip;
  private @Nullable Button reset;

  Zooming(Chart chart, Text text) {
    this.chart = chart;
    this.text = text;
    chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    chart.addEventFilter(MouseEvent.MOUSE_CLICKED, Zooming::swallow);
    chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  Zoom values() {
    return values;
  }

  Zoom across() {
    return across;
  }

  /// The button that shows all again; empty before anybody has zoomed.
  Optional<Button> button() {
    return Optional.ofNullable(reset);
  }

  boolean isZoomed() {
    return !values.isNone() || !across.isNone();
  }

  /// What a screen reader says of it; empty where all is shown.
  String spoken() {
    return isZoomed() ? " " + text.say("chart.zoom.spoken", "factor", factor()) : "";
  }

  private String factor() {
    return text.numbers().size(Math.max(values.factor(), across.factor()));
  }

  void reset() {
    set(Zoom.NONE, Zoom.NONE);
  }

  /// Moves the other axis so far that a share of it is looked at.
  void showAcross(double share) {
    set(values, across.seeing(share));
  }

  private void set(Zoom nextValues, Zoom nextAcross) {
    if (nextValues.equals(values) && nextAcross.equals(across)) {
      return;
    }
    Button button = reset == null ? makeButton() : reset;
    reset = button;
    boolean wasFocused = button.isFocused();
    values = nextValues;
    across = nextAcross;
    button.setVisible(isZoomed());
    button.setText(text.say("chart.zoom.reset", "factor", factor()));
    if (wasFocused && !isZoomed()) {
      chart.requestFocus();
    }
    chart.zoomed();
  }

  /// Not before it is wanted: a report draws charts where JavaFX does not run, and there can be no
  /// controls.
  private Button makeButton() {
    Button button = new Button();
    button.getStyleClass().setAll("zoom-reset");
    button.setManaged(false);
    button.setOnAction(_ -> reset());
    // What lies under the button is not what was clicked.
    button.setOnMouseClicked(MouseEvent::consume);
    chart.addControl(button);
    return button;
  }

  private void scroll(ScrollEvent event) {
    @Nullable Scale plot = chart.plot().orElse(null);
    // Where Shift is held, JavaFX takes the wheel for a horizontal one.
    double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    boolean isAcross = event.isShiftDown() || event.isShortcutDown();
    Point2D point = inside(event.getX(), event.getY());
    if (plot == null
        || turned == 0
        || (isAcross && !chart.zoomsAcross())
        || !plot.area().contains(point.getX(), point.getY())) {
      return;
    }
    zoom(isAcross, share(plot, point, isAcross), turned > 0 ? STEP : 1 / STEP);
    event.consume();
  }

  private void zoom(boolean isAcross, double share, double factor) {
    set(
        isAcross ? values : values.around(share, factor),
        isAcross ? across.around(share, factor) : across);
  }

  /// How far along an axis a point lies, in the direction in which its numbers grow.
  private double share(Scale plot, Point2D point, boolean isAcross) {
    return isUpright(isAcross)
        ? (plot.area().getMaxY() - point.getY()) / plot.area().getHeight()
        : (point.getX() - plot.area().getX()) / plot.area().getWidth();
  }

  private boolean isUpright(boolean isAcross) {
    return chart.growsToTheRight() == isAcross;
  }

  private void press(MouseEvent event) {
    Point2D point = inside(event.getX(), event.getY());
    boolean isOnPlot =
        event.getButton() == MouseButton.PRIMARY
            && chart.equals(event.getTarget())
            && chart
                .plot()
                .filter(plot -> plot.area().contains(point.getX(), point.getY()))
                .isPresent();
    grip = isZoomed() && isOnPlot ? point : null;
  }

  private void drag(MouseEvent event) {
    @Nullable Point2D from = grip;
    @Nullable Scale plot = chart.plot().orElse(null);
    if (from == null || plot == null) {
      return;
    }
    Point2D to = inside(event.getX(), event.getY());
    set(
        values.moved(share(plot, from, false) - share(plot, to, false)),
        across.moved(share(plot, from, true) - share(plot, to, true)));
    grip = to;
    event.consume();
  }

  /// The end of a drag is no click.
  private static void swallow(MouseEvent event) {
    if (!event.isStillSincePress()) {
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()
        || event.isAltDown()
        || !chart.equals(event.getTarget())
        || chart.plot().isEmpty()) {
      return;
    }
    boolean isUsed =
        switch (event.getCode()) {
          case PLUS, EQUALS, ADD -> isZoomedBy(false, STEP);
          case MINUS, SUBTRACT -> isZoomedBy(false, 1 / STEP);
          case PAGE_UP -> chart.zoomsAcross() && isZoomedBy(true, STEP);
          case PAGE_DOWN -> chart.zoomsAcross() && isZoomedBy(true, 1 / STEP);
          case DIGIT0, NUMPAD0 -> isReset();
          case UP -> isMovedBy(event, 0, 1);
          case DOWN -> isMovedBy(event, 0, -1);
          case RIGHT -> isMovedBy(event, 1, 0);
          case LEFT -> isMovedBy(event, -1, 0);
          default -> false;
        };
    if (isUsed) {
      event.consume();
    }
  }

  private boolean isZoomedBy(boolean isAcross, double factor) {
    zoom(isAcross, 0.5, factor);
    return true;
  }

  private boolean isReset() {
    boolean wasZoomed = isZoomed();
    reset();
    return wasZoomed;
  }

  private boolean isMovedBy(KeyEvent event, int right, int up) {
    if (!event.isShiftDown() || !isZoomed()) {
      return false;
    }
    set(
        values.moved(MOVE * (isUpright(false) ? up : right)),
        across.moved(MOVE * (isUpright(true) ? up : right)));
    return true;
  }

  private Point2D inside(double x, double y) {
    return new Point2D(x - chart.getInsets().getLeft(), y - chart.getInsets().getTop());
  }
}
